//! PUT and PATCH.

use settled::{ErrorKind, Outcome};

use super::super::calls::Call;
use super::{REFUSED, Scenario, done, error, foo, on, refused, settled};

pub(super) fn all() -> Vec<Scenario> {
    [puts(), followed_puts(), patches()].into_iter().flatten().collect()
}

fn puts() -> Vec<Scenario> {
    use Call::Put;
    let failed = settled(Outcome::Failed, "100", "foo", "Failed");
    let cancelled = settled(Outcome::Cancelled, "100", "foo", "Canceled");
    let from_server = refused("Error from the server");
    vec![
        on(Put, &["LROPutInlineComplete"], "lro/put/200/succeeded", 1, foo()),
        on(Put, &["LROPutInlineComplete201"], "lro/put/201/succeeded", 1, foo()),
        on(Put, &["LROPut200InlineCompleteNoState"], "lro/put/200/succeeded/nostate", 1, done("100", "foo", "")),
        on(Put, &["MultiapiLRO"], "multiapi/lro", 1, done("100", "", "")),
        on(Call::Customize, &["RawLRO"], "raw", 1, done("", "raw", "Succeeded")),
        on(Call::Customize, &["HandwrittenModelLRO"], "model", 1, done("", "model", "Succeeded")),
        on(Put, &["LROPut202Retry200"], "lro/put/202/retry/200", 2, done("100", "foo", "")),
        on(Put, &["LROPutSucceededWithBody"], "lro/put/201/creating/succeeded/200", 2, foo()),
        on(Put, &["LROPutSucceededNoBody"], "lro/put/200/updating/succeeded/200", 2, foo()),
        on(Put, &["LROPutFailed"], "lro/put/201/created/failed/200", 2, failed),
        on(Put, &["LROPutCanceled"], "lro/put/200/accepted/canceled/200", 2, cancelled),
        on(Put, &["LROPutNoHeaderInRetry"], "lro/put/noheader/202/200", 3, foo()),
        on(Put, &["LROPutSubResourceInRetry"], "lro/putsubresource/202/200", 3, done("100", "sub1", "Succeeded")),
        on(Put, &["LROPutNonResourceInRetry"], "lro/putnonresource/202/200", 3, done("100", "sku", "")),
        on(Put, &["CustomHeaderPutSucceeded"], "lro/customheader/put/201/creating/succeeded/200", 2, foo()),
        on(Put, &["LRORetryPutSucceededWithBody"], "lro/retryerror/put/201/creating/succeeded/200", 4, foo()),
        on(Put, &["LRONonRetryPut400"], "lro/nonretryerror/put/400", 1, refused(REFUSED)),
        on(Put, &["LRONonRetryPut201Creating400"], "lro/nonretryerror/put/201/creating/400", 2, from_server),
        on(
            Put,
            &["LRONonRetryPut201Creating400InvalidJson"],
            "lro/nonretryerror/put/201/creating/400/invalidjson",
            2,
            error(ErrorKind::Request, 400),
        ),
        on(
            Put,
            &["LROErrorPut201NoProvisioningStatePayload"],
            "lro/error/put/201/noprovisioningstatepayload",
            3,
            error(ErrorKind::Faults, 201),
        ),
        on(Put, &["LROErrorPut200InvalidJson"], "lro/error/put/200/invalidjson", 3, error(ErrorKind::Faults, 200)),
    ]
}

fn followed_puts() -> Vec<Scenario> {
    let on = |name, path, requests, end| on(Call::Creation, name, path, requests, end);
    let unreadable = || error(ErrorKind::Faults, 200);
    vec![
        on(&["LROPutAsyncRetrySucceeded"], "lro/putasync/retry/succeeded", 4, foo()),
        on(&["LROPutAsyncNoRetrySucceeded"], "lro/putasync/noretry/succeeded", 4, foo()),
        on(&["LROPutAsyncRetryFailed"], "lro/putasync/retry/failed", 3, settled(Outcome::Failed, "", "", "Failed")),
        on(
            &["LROPutAsyncNoRetryCanceled"],
            "lro/putasync/noretry/canceled",
            3,
            settled(Outcome::Cancelled, "", "", "Canceled"),
        ),
        on(&["LROPutAsyncNoHeaderInRetry"], "lro/putasync/noheader/201/200", 4, foo()),
        on(&["LROPutSubResourceAsyncInRetry"], "lro/putsubresourceasync/202/200", 4, done("100", "sub1", "Succeeded")),
        on(&["LROPutNonResourceAsyncInRetry"], "lro/putnonresourceasync/202/200", 4, done("100", "sku", "")),
        on(&["CustomHeaderPutAsyncSucceded"], "lro/customheader/putasync/retry/succeeded", 4, foo()),
        on(
            &["LRORetryErrorPutAsyncSucceeded", "LRORetryErrorPutAsyncSucceededPolling"],
            "lro/retryerror/putasync/retry/succeeded",
            6,
            foo(),
        )
        .again(ErrorKind::Faults),
        on(&["LRONonRetryPutAsyncRetry400"], "lro/nonretryerror/putasync/retry/400", 2, error(ErrorKind::Request, 400)),
        on(&["LROErrorPutAsyncNoPollingStatus"], "lro/error/putasync/retry/nostatus", 4, unreadable()),
        on(&["LROErrorPutAsyncNoPollingStatusPayload"], "lro/error/putasync/retry/nostatuspayload", 4, unreadable()),
        on(
            &["LROErrorPutAsyncInvalidHeader"],
            "lro/error/putasync/retry/invalidheader",
            2,
            error(ErrorKind::Request, 404),
        ),
        on(&["LROErrorPutAsyncInvalidJsonPolling"], "lro/error/putasync/retry/invalidjsonpolling", 4, unreadable()),
    ]
}

fn patches() -> Vec<Scenario> {
    use Call::{Change, Patch};
    let (one, two) = ("/lro/patch/201/retry/onlyAsyncHeader", "/lro/patch/202/retry/asyncAndLocationHeader");
    vec![
        on(Patch, &["LROPatchInlineCompleteIgnoreHeaders"], "lro/patch/200/succeeded/ignoreheaders", 1, foo()),
        on(Change, &["LROPatch201WithAsyncHeader"], &one[1..], 4, done(one, "foo", "Succeeded")),
        on(Change, &["LROPatch202WithAsyncAndLocationHeader"], &two[1..], 4, done(two, "foo", "Succeeded")),
    ]
}
