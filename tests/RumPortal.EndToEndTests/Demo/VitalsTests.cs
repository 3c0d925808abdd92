namespace RumPortal.EndToEndTests.Demo;

/// <summary>The tests that look at the web vitals of one recorded afternoon.</summary>
[CollectionDefinition]
public sealed class VitalsTests : ICollectionFixture<RecordedVisitors>;
