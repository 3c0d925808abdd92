using System.Globalization;
using System.Runtime.CompilerServices;

namespace RumPortal.Sandbox.Prometheus.OpenMetrics;

/// <summary>Reads the samples of a text in the OpenMetrics format. Comments (<c># TYPE</c>, <c># HELP</c>, <c># UNIT</c>) are skipped; the last line is <c># EOF</c>.</summary>
public static class OpenMetricsReader
{
    private const string End = "# EOF";

    /// <exception cref="InvalidDataException">A line has another form, or the text ends without <c># EOF</c>; the message names the line.</exception>
    public static async IAsyncEnumerable<MetricSample> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var number = 0;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (line == End) yield break;
            if (line.StartsWith('#')) continue;
            yield return Parse(line, number);
        }

        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number + 1}: the data does not end with {End}"));
    }

    private static MetricSample Parse(string line, int number)
    {
        try
        {
            return MetricLine.Parse(line);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number}: {e.Message}"), e);
        }
    }
}
