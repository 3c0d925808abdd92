using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Quotes texts of several lines: as blocks they would lose carriage returns and what stands at their ends.</summary>
internal sealed class ExactTextEmitter(IEventEmitter next) : ChainedEventEmitter(next)
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (eventInfo.Source.Value is string text && text.IndexOfAny(LineEnds) >= 0) eventInfo.Style = ScalarStyle.DoubleQuoted;
        base.Emit(eventInfo, emitter);
    }
}
