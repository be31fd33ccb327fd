//! DELETE.

use settled::{ErrorKind, Outcome};

use super::super::calls::Call;
use super::{REFUSED, Scenario, done, error, foo, nothing, on, refused, settled};

pub(super) fn all() -> Vec<Scenario> {
    let on = |name, path, requests, end| on(Call::Delete, name, path, requests, end);
    let over = || done("", "", "Succeeded");
    let unreadable = || error(ErrorKind::Faults, 200);
    let unknown = || error(ErrorKind::Request, 404);
    vec![
        on(&["LRODeleteInlineComplete"], "lro/delete/204/succeeded", 1, nothing()),
        on(&["LROErrorDeleteNoLocation"], "lro/error/delete/204/nolocation", 1, nothing()),
        on(&["LRODelete200"], "lro/delete/202/retry/200", 2, nothing()),
        on(&["LRODelete204"], "lro/delete/202/noretry/204", 2, nothing()),
        on(&["LRODeleteNoHeaderInRetry"], "lro/delete/noheader", 3, nothing()),
        on(&["LRODeleteAsyncNoHeaderInRetry"], "lro/deleteasync/noheader/202/204", 3, over()),
        on(&["LRODeleteProvisioningSucceededWithBody"], "lro/delete/provisioning/202/accepted/200/succeeded", 2, foo()),
        on(
            &["LRODeleteProvisioningFailed"],
            "lro/delete/provisioning/202/deleting/200/failed",
            2,
            settled(Outcome::Failed, "100", "foo", "Failed"),
        ),
        on(
            &["LRODeleteProvisioningCanceled"],
            "lro/delete/provisioning/202/deleting/200/canceled",
            2,
            settled(Outcome::Cancelled, "100", "foo", "Canceled"),
        ),
        on(&["LRODeleteAsyncRetrySucceeded"], "lro/deleteasync/retry/succeeded", 3, over()),
        on(&["LRODeleteAsyncNoRetrySucceeded"], "lro/deleteasync/noretry/succeeded", 3, over()),
        on(
            &["LRODeleteAsyncRetryFailed"],
            "lro/deleteasync/retry/failed",
            3,
            settled(Outcome::Failed, "", "", "Failed"),
        ),
        on(
            &["LRODeleteAsyncRetryCanceled"],
            "lro/deleteasync/retry/canceled",
            3,
            settled(Outcome::Cancelled, "", "", "Canceled"),
        ),
        on(
            &["LRORetryErrorDelete202Accepted200Succeeded"],
            "lro/retryerror/delete/provisioning/202/accepted/200/succeeded",
            4,
            foo(),
        ),
        on(&["LRORetryErrorDelete202Retry200Succeeded"], "lro/retryerror/delete/202/retry/200", 4, foo()),
        on(&["LRORetryErrorDeleteAsyncRetrySucceeded"], "lro/retryerror/deleteasync/retry/succeeded", 4, over()),
        on(&["LRONonRetryDelete400"], "lro/nonretryerror/delete/400", 1, refused(REFUSED)),
        on(&["LRONonRetryDelete202Retry400"], "lro/nonretryerror/delete/202/retry/400", 2, refused(REFUSED)),
        on(&["LRONonRetryDeleteAsyncRetry400"], "lro/nonretryerror/deleteasync/retry/400", 2, refused(REFUSED)),
        on(&["LROErrorDelete202RetryInvalidHeader"], "lro/error/delete/202/retry/invalidheader", 2, unknown()),
        on(&["LROErrorDeleteAsyncInvalidHeader"], "lro/error/deleteasync/retry/invalidheader", 2, unknown()),
        on(&["LROErrorDeleteAsyncNoPollingStatus"], "lro/error/deleteasync/retry/nostatus", 4, unreadable()),
        on(
            &["LROErrorDeleteAsyncInvalidJsonPolling"],
            "lro/error/deleteasync/retry/invalidjsonpolling",
            4,
            unreadable(),
        ),
    ]
}
