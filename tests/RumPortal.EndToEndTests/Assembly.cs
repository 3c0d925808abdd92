using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoStack))]

// A browser is several processes; two tests at a time would only take each other's cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
