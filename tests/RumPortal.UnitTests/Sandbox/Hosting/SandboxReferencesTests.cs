using System.Reflection;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.UnitTests.Sandbox.Hosting;

public sealed class SandboxReferencesTests
{
    [Fact]
    public void Sandbox_Compiled_UsesNoCodeOfTheProduct()
    {
        var own = typeof(SandboxHost).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("RumPortal.", StringComparison.Ordinal));

        Assert.Empty(own);
    }

    [Fact]
    public void Sandbox_Compiled_KnowsWhereThePortalWasBuilt()
    {
        var path = typeof(SandboxHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PortalAssembly").Value;

        Assert.Equal("RumPortal.Portal.dll", Path.GetFileName(path));
        Assert.True(File.Exists(path), $"{path} is missing.");
    }
}
