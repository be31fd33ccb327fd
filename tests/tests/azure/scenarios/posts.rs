//! POST.

use settled::{ErrorKind, Outcome};

use super::super::calls::Call;
use super::{REFUSED, Scenario, done, error, foo, nothing, on, refused, settled};

pub(super) fn all() -> Vec<Scenario> {
    [posts(), followed_posts()].into_iter().flatten().collect()
}

fn posts() -> Vec<Scenario> {
    use Call::{Action, Word};
    vec![
        on(Action, &["LROPost200"], "lro/post/payload/200", 2, done("1", "product", "")),
        on(Action, &["LROPostSuccededWithBody"], "lro/post/202/retry/200", 3, foo()),
        on(Action, &["LROPostSuccededNoBody"], "lro/post/202/noretry/204", 3, nothing()),
        on(Action, &["CustomHeaderPostSucceeded"], "lro/customheader/post/202/retry/200", 3, nothing()),
        on(Action, &["LRORetryErrorPost202Retry200Succeeded"], "lro/retryerror/post/202/retry/200", 4, foo())
            .again(ErrorKind::MayHaveArrived),
        on(Action, &["LRONonRetryPost400"], "lro/nonretryerror/post/400", 1, refused(REFUSED)),
        on(Action, &["LRONonRetryPost202Retry400"], "lro/nonretryerror/post/202/retry/400", 2, refused(REFUSED)),
        // The vendor has taken it and does not say where to ask.
        on(
            Action,
            &["LROErrorPostNoLocation"],
            "lro/error/post/202/nolocation",
            1,
            error(ErrorKind::MayHaveArrived, 202),
        ),
        on(
            Action,
            &["LROErrorPost202RetryInvalidHeader"],
            "lro/error/post/202/retry/invalidheader",
            2,
            error(ErrorKind::Request, 404),
        ),
        on(Word, &["LROParameterizedEndpoint"], "lroParameterizedEndpoints", 2, done("success", "", "")),
        on(
            Word,
            &["LROConstantParameterizedPost", "LROConstantParameterizedGet"],
            "lroConstantParameterizedEndpoints/iAmConstant",
            2,
            done("success", "", ""),
        ),
        on(Call::PostForPage, &["MultiapiLROAndPaging"], "multiapi/lroAndPaging", 1, done("100", "", "")),
    ]
}

fn followed_posts() -> Vec<Scenario> {
    use Call::{FollowedAction, List, Paged, ToldAction};
    let unreadable = || error(ErrorKind::Faults, 200);
    vec![
        on(
            FollowedAction,
            &[
                "LROPostDoubleHeadersFinalLocationPost",
                "LROPostDoubleHeadersFinalLocationAsync",
                "LROPostDoubleHeadersFinalLocationGet",
            ],
            "lro/LROPostDoubleHeadersFinalLocationGet",
            3,
            done("100", "foo", ""),
        ),
        on(
            FollowedAction,
            &["LROPostDoubleHeadersFinalAzureHeaderGetDefault"],
            "lro/LROPostDoubleHeadersFinalAzureHeaderGetDefault",
            3,
            done("100", "foo", ""),
        ),
        on(FollowedAction, &["LROPostAsyncRetrySucceeded"], "lro/postasync/retry/succeeded", 4, foo()),
        on(FollowedAction, &["LROPostAsyncNoRetrySucceeded"], "lro/postasync/noretry/succeeded", 4, foo()),
        on(
            FollowedAction,
            &["LROPostAsyncRetryFailed"],
            "lro/postasync/retry/failed",
            3,
            settled(Outcome::Failed, "500", "Internal Server Error", "Failed"),
        ),
        on(
            FollowedAction,
            &["LROPostAsyncRetryCanceled"],
            "lro/postasync/retry/canceled",
            3,
            // The reply says `Canceled` and, beside it, that the resource was provisioned.
            settled(Outcome::Cancelled, "100", "foo", "Succeeded"),
        ),
        on(
            FollowedAction,
            &["LRORetryErrorPostAsyncRetrySucceeded"],
            "lro/retryerror/postasync/retry/succeeded",
            6,
            done("100", "sku", ""),
        )
        .again(ErrorKind::MayHaveArrived),
        on(
            FollowedAction,
            &["LRONonRetryPostAsyncRetry400"],
            "lro/nonretryerror/postasync/retry/400",
            2,
            refused(REFUSED),
        ),
        on(
            FollowedAction,
            &["LROErrorPostAsyncNoPollingPayload"],
            "lro/error/postasync/retry/nopayload",
            4,
            unreadable(),
        ),
        on(
            FollowedAction,
            &["LROErrorPostAsyncInvalidHeader"],
            "lro/error/postasync/retry/invalidheader",
            2,
            error(ErrorKind::Request, 404),
        ),
        on(
            FollowedAction,
            &["LROErrorPostAsyncInvalidJsonPolling"],
            "lro/error/postasync/retry/invalidjsonpolling",
            4,
            unreadable(),
        ),
        on(
            ToldAction,
            &["LROPostDoubleHeadersFinalAzureHeaderGet"],
            "lro/LROPostDoubleHeadersFinalAzureHeaderGet",
            2,
            done("100", "", "succeeded"),
        ),
        on(
            ToldAction,
            &["CustomHeaderPostAsyncSucceded"],
            "lro/customheader/postasync/retry/succeeded",
            3,
            done("", "", "Succeeded"),
        ),
        on(List, &["LROPostAndGetList"], "lro/list", 3, done("100", "foo", "")),
        on(Paged, &["PagingMultipleLRO"], "paging/multiple/lro", 12, done("1 2 3 4 5 6 7 8 9 10", "", "")),
    ]
}
