using RumPortal.Sandbox.Hosting;

namespace RumPortal.UnitTests.Sandbox.Hosting;

public sealed class BannerTests
{
    private static readonly Uri Loki = new("http://127.0.0.1:3100");
    private static readonly Uri Tempo = new("http://127.0.0.1:3200");
    private static readonly Uri Otlp = new("http://127.0.0.1:4318");
    private static readonly Uri Prometheus = new("http://127.0.0.1:9090");
    private static readonly Uri Collector = new("http://127.0.0.1:8027/collect");

    [Fact]
    public void Render_EverythingRuns_PrintsUrlsAndWhatToClick()
    {
        var urls = new SandboxUrls(Loki, Tempo, Prometheus, Otlp, Collector, new Uri("http://127.0.0.1:5090"), new Uri("http://127.0.0.1:5091"), new Uri("http://localhost:5080"));

        var text = Banner.Render(urls, new SandboxOptions());

        Assert.Equal(
            """

            RumPortal sandbox: a stand-in for a whole stack, for development, demonstration and tests. Not for production.

              Portal         http://localhost:5080           the sessions of the demo apps; sign-in is for development
              Demo shop      http://127.0.0.1:5090           click around, sign in, break something on its page "Trouble"
              Shop API       http://127.0.0.1:5091
              Faro receiver  http://127.0.0.1:8027/collect   where browsers post
              Loki           http://127.0.0.1:3100           for a Grafana of your own, or curl
              Tempo          http://127.0.0.1:3200           likewise
              Prometheus     http://127.0.0.1:9090           likewise
              OTLP           http://127.0.0.1:4318           where services send spans

            1. Open http://127.0.0.1:5090 and sign in as anyone.
            2. Open http://localhost:5080/sessions and find yourself by that name.
            Ctrl+C ends everything.


            """, text);
    }

    [Fact]
    public void Render_DatasetOnly_SaysWhatLokiServes()
    {
        var text = Banner.Render(new SandboxUrls(Loki, Tempo, Prometheus, Otlp, Collector, null, null, null), new SandboxOptions { Dataset = "/data/kit" });

        Assert.Contains("Loki serves /data/kit.", text);
        Assert.DoesNotContain("Demo shop", text);
        Assert.DoesNotContain("Portal  ", text);
    }
}
