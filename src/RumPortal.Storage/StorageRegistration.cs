using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Schema;
using RumPortal.Storage.Vitals;
using RumPortal.Storage.Views;

namespace RumPortal.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// Adds the stores over one database, whose schema is brought up to date when the host starts. A start with a database that cannot be
    /// used fails with a <see cref="StorageException"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseAddress address)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(address));
        services.AddHostedService<SchemaAtStart>();
        services.AddSingleton<DimensionSetStore>().AddSingleton<RouteTemplateStore>().AddSingleton<SavedViewStore>();
        return services;
    }
}
