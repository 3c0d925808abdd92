using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

// Render tree frames are types of the framework that may change between its versions; there is no other way to find an event handler.
#pragma warning disable BL0006

namespace RumPortal.Testing.Components;

/// <summary>
/// Renders one component in the process of a test with the framework's own HTML renderer, dispatches events to it, and parses its markup.
/// Exceptions that no error boundary takes end up in <see cref="Unhandled"/>.
/// </summary>
public sealed class MiniRenderer(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
{
    private readonly List<Exception> _unhandled = [];
    private int? _root;

    public IReadOnlyList<Exception> Unhandled => _unhandled;

    /// <summary>Renders the component; a second call gives the same one new parameters.</summary>
    public Task RenderAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters) where TComponent : IComponent => Dispatcher.InvokeAsync(() =>
    {
        _root ??= AssignRootComponentId(InstantiateComponent(typeof(TComponent)));
        return RenderRootComponentAsync(_root.Value, ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)));
    });

    public Task<string> HtmlAsync() => Dispatcher.InvokeAsync(() =>
    {
        using var html = new StringWriter();
        WriteComponentHtml(Root, html);
        return html.ToString();
    });

    public async Task<IHtmlDocument> DocumentAsync() => new HtmlParser().ParseDocument(await HtmlAsync());

    /// <summary>Clicks the first element that has a click handler and is called so, by its label, its placeholder or a text in it.</summary>
    public Task ClickAsync(string name) => FireAsync("onclick", name, new MouseEventArgs());

    /// <summary>Fires an event at the first element that handles it and is called so; waits until what it started has rendered.</summary>
    public Task FireAsync(string eventName, string name, EventArgs arguments) => Dispatcher.InvokeAsync(() =>
    {
        var handler = Find(Root, eventName, name) ?? throw new InvalidOperationException($"No element '{name}' handles {eventName}.");
        return DispatchEventAsync(handler, null, arguments, waitForQuiescence: true);
    });

    /// <summary>Runs code where components run, as their own callbacks do.</summary>
    public Task InvokeAsync(Func<Task> action) => Dispatcher.InvokeAsync(action);

    // The static renderer never completes this, so that nothing runs after a render; here it should.
    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;

    protected override void HandleException(Exception exception) => _unhandled.Add(exception);

    private int Root => _root ?? throw new InvalidOperationException("Nothing was rendered yet.");

    private ulong? Find(int component, string eventName, string name)
    {
        var frames = GetCurrentRenderTreeFrames(component);
        for (var i = 0; i < frames.Count; i++)
        {
            ref var frame = ref frames.Array[i];
            if (frame.FrameType == RenderTreeFrameType.Component && Find(frame.ComponentId, eventName, name) is { } inner) return inner;
            if (frame.FrameType != RenderTreeFrameType.Element) continue;
            var subtree = frames.Array.AsSpan(i, frame.ElementSubtreeLength);
            if (HandlerOf(subtree, eventName) is { } handler && NamesOf(subtree).Contains(name)) return handler;
        }
        return null;
    }

    private static ulong? HandlerOf(ReadOnlySpan<RenderTreeFrame> element, string eventName)
    {
        for (var i = 1; i < element.Length && element[i].FrameType == RenderTreeFrameType.Attribute; i++)
            if (element[i].AttributeName == eventName && element[i].AttributeEventHandlerId != 0) return element[i].AttributeEventHandlerId;
        return null;
    }

    private static List<string> NamesOf(ReadOnlySpan<RenderTreeFrame> element)
    {
        var names = new List<string>();
        foreach (ref readonly var frame in element)
        {
            if (frame.FrameType == RenderTreeFrameType.Text) names.Add(frame.TextContent.Trim());
            else if (frame.FrameType == RenderTreeFrameType.Markup) names.Add(frame.MarkupContent.Trim());
            else if (frame.FrameType == RenderTreeFrameType.Attribute && frame.AttributeName is "aria-label" or "placeholder" && frame.AttributeValue is string label) names.Add(label);
        }
        return names;
    }
}
