namespace RumPortal.EndToEndTests.Demo;

/// <summary>The tests that look at one visit to the demo shop.</summary>
[CollectionDefinition]
public sealed class ShopTests : ICollectionFixture<ShopSession>;
