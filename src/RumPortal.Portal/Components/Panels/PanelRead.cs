using System.Runtime.CompilerServices;
using RumPortal.Clients.Http;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Storage;

namespace RumPortal.Portal.Components.Panels;

/// <summary>
/// The read behind one panel. A new start cancels the running one, a refresh that fails leaves the last good answer in place, and no answer
/// of a backend gets past it: whatever a read throws ends here as a <see cref="PanelFailure"/>.
/// </summary>
/// <remarks>Lives in a component and is used on its dispatcher only. <paramref name="changed"/> asks that component to render.</remarks>
public sealed class PanelRead<T>(Func<Task> changed, TimeProvider time, ILogger logger) : IDisposable
{
    private CancellationTokenSource? _running;
    private bool _isOfAnother;

    /// <summary>The newest answer, which stays while a refresh runs or after one failed.</summary>
    public Answer<T>? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public PanelFailure? Failure { get; private set; }

    public bool IsReading { get; private set; }

    /// <summary>True from the second answer of one read on: the read goes on behind what is shown.</summary>
    public bool IsReadingOn => IsReading && Answer is not null;

    /// <summary>Reads one answer.</summary>
    /// <param name="keep">True for a refresh of the same question: the old answer stays until the new one is there.</param>
    public Task StartAsync(Func<CancellationToken, Task<Answer<T>>> read, bool keep = false) => StartManyAsync(token => One(read, token), keep);

    /// <summary>Reads the answer to another question. The one to the last question stays until it is there, but not beside a failure: it answers nothing that was asked.</summary>
    public Task ReplaceAsync(Func<CancellationToken, Task<Answer<T>>> read)
    {
        _isOfAnother = true;
        return StartAsync(read, keep: true);
    }

    /// <summary>Reads a growing answer; each element replaces the one before.</summary>
    public async Task StartManyAsync(Func<CancellationToken, IAsyncEnumerable<Answer<T>>> read, bool keep = false)
    {
        var mine = Begin(keep);
        try
        {
            await changed();
            await foreach (var answer in read(mine.Token).WithCancellation(mine.Token))
            {
                if (mine.IsCancellationRequested) return;
                (Answer, AnsweredAt, Failure, _isOfAnother) = (answer, time.GetUtcNow(), null, false);
                await changed();
            }
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // A newer question or the end of the page: nobody waits for this answer.
        }
        catch (BackendException exception)
        {
            logger.LogWarning(exception, "A panel's read failed: {Backend} {Fault}", exception.Backend, exception.Fault);
            Fail(mine, PanelFailure.Of(exception));
        }
        catch (AppNotVisibleException exception)
        {
            // An address from a colleague of another team: nothing is wrong with the portal.
            Fail(mine, PanelFailure.Of(exception));
        }
        catch (StorageException exception)
        {
            logger.LogError(exception, "The portal's own state could not be read: {Fault} {Detail}", exception.Fault, exception.Detail);
            Fail(mine, PanelFailure.Of(exception));
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A panel's read failed");
            Fail(mine, PanelFailure.OfPortal());
        }
        finally
        {
            await EndAsync(mine);
        }
    }

    public void Dispose()
    {
        _running?.Cancel();
        _running = null;
    }

    private CancellationTokenSource Begin(bool keep)
    {
        _running?.Cancel();
        _running = new CancellationTokenSource();
        IsReading = true;
        Failure = null;
        if (!keep) (Answer, AnsweredAt) = (null, null);
        return _running;
    }

    private void Fail(CancellationTokenSource mine, PanelFailure failure)
    {
        if (mine.IsCancellationRequested) return;
        Failure = failure;
        if (_isOfAnother) (Answer, AnsweredAt) = (null, null);
    }

    private async Task EndAsync(CancellationTokenSource mine)
    {
        var isNewest = ReferenceEquals(_running, mine);
        mine.Dispose();
        if (!isNewest) return;
        _running = null;
        IsReading = false;
        await changed();
    }

    private static async IAsyncEnumerable<Answer<T>> One(Func<CancellationToken, Task<Answer<T>>> read, [EnumeratorCancellation] CancellationToken token)
    {
        yield return await read(token);
    }
}
