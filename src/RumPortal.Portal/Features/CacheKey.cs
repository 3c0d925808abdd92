using System.Security.Cryptography;
using System.Text;

namespace RumPortal.Portal.Features;

/// <summary>
/// Names a question in the cache, which keeps nothing under a key of more than 1,024 characters: the text of a query is often longer. The text has
/// to hold everything that the answer depends on, the apps that the viewer may see among it.
/// </summary>
internal static class CacheKey
{
    public static string Of(string question) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(question)));
}
