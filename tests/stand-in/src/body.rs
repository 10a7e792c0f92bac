//! The body of an answer, sound or broken.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// How long a broken body waits before it breaks, so that its beginning has left by then.
const BEGINNING: Duration = Duration::from_millis(100);

/// What an answer carries.
pub(crate) enum Body {
    /// All of it.
    Whole(Option<Bytes>),
    /// A beginning, then the connection ends.
    CutOff(Option<Bytes>, Pin<Box<Sleep>>),
    /// Nothing, and no end.
    Stalled,
}

impl Body {
    pub(crate) fn whole(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self::Whole((!bytes.is_empty()).then_some(bytes))
    }

    /// The first half of the bytes.
    pub(crate) fn cut_off(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let half = bytes.slice(..bytes.len() / 2);
        Self::CutOff(Some(half), Box::pin(sleep(BEGINNING)))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(Frame::data).map(Ok)),
            Self::CutOff(half, wait) => {
                if let Some(half) = half.take() {
                    return Poll::Ready(Some(Ok(Frame::data(half))));
                }
                ready!(wait.as_mut().poll(context));
                Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
            }
            Self::Stalled => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, length)),
            Self::CutOff(..) | Self::Stalled => SizeHint::new(),
        }
    }
}

fn length(bytes: &Bytes) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
