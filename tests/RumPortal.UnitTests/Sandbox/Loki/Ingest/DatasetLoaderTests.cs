using System.IO.Compression;
using System.Text;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Ingest;

namespace RumPortal.UnitTests.Sandbox.Loki.Ingest;

public sealed class DatasetLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dataset").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Folder_WithLines_IsStored()
    {
        var loki = new LokiBackend();
        await WriteAsync(string.Concat(Enumerable.Range(0, 2_500).Select(i => $$$"""{"labels":{"app":"shop"},"timestamp":"{{{i}}}","line":"line {{{i}}}"}""" + "\n")));

        var count = await DatasetLoader.LoadAsync(_folder, loki.Ingester, TestContext.Current.CancellationToken);

        Assert.Equal((2_500, 2_500L), (count, loki.Store.Entries));
        Assert.Equal("{app=\"shop\", service_name=\"shop\"}", Assert.Single(loki.Store.Select([])).Labels.ToString());
    }

    [Theory]
    [InlineData("not json", "line 2: ")]
    [InlineData("{}", "line 2: ")]
    [InlineData("""{"labels":{"app":"x"},"timestamp":1,"line":""}""", "line 2: ")]
    [InlineData("""{"labels":{"app":"x"},"timestamp":"1e9","line":""}""", "line 2: ")]
    [InlineData("""{"labels":[],"timestamp":"1","line":""}""", "line 2: ")]
    [InlineData("""{"labels":{},"timestamp":"1","line":""}""", "up to line 2: error at least one label pair is required per stream")]
    public async Task Line_OfAnotherForm_IsNamed(string line, string expected)
    {
        await WriteAsync($$$"""{"labels":{"app":"shop"},"timestamp":"1","line":"fine"}{{{"\n"}}}{{{line}}}""");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => DatasetLoader.LoadAsync(_folder, new LokiBackend().Ingester, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{Path.Combine(_folder, DatasetLoader.FileName)}, {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_WithoutTheFile_IsAnError() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => DatasetLoader.LoadAsync(_folder, new LokiBackend().Ingester, TestContext.Current.CancellationToken));

    [Fact]
    public async Task File_ThatIsNotCompressed_IsAnError()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, DatasetLoader.FileName), "{}", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => DatasetLoader.LoadAsync(_folder, new LokiBackend().Ingester, TestContext.Current.CancellationToken));
    }

    private async Task WriteAsync(string text)
    {
        await using var gzip = new GZipStream(File.Create(Path.Combine(_folder, DatasetLoader.FileName)), CompressionLevel.Fastest);
        await gzip.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }
}
