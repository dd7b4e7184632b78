"""The outbox, letter by letter: claim, then send (the courier's part), then mark. Never mark first."""

from datetime import datetime

from django.db.models import F, Q

from alongside.core.patience import WITH_LETTERS
from alongside.models import Letter, LetterState


def claim_letter(now: datetime) -> Letter | None:
    """The oldest letter that is due, claimed for the caller alone; None when nothing is due.

    Two couriers may see the same letter; the update that still finds it as it was seen wins it, so one
    sends it. A letter whose courier was killed is due again when its claim has run out.
    """
    waiting = Q(state=LetterState.WAITING) & (Q(not_before=None) | Q(not_before__lte=now))
    forgotten = Q(state=LetterState.CLAIMED, claimed_at__lte=now - WITH_LETTERS.lost_after)
    for seen in Letter.objects.filter(waiting | forgotten).order_by("created_at")[:20]:
        as_seen = Letter.objects.filter(pk=seen.pk, state=seen.state, claimed_at=seen.claimed_at)
        if as_seen.update(state=LetterState.CLAIMED, claimed_at=now, attempts=F("attempts") + 1):
            return Letter.objects.get(pk=seen.pk)
    return None


def mark_sent(letter: Letter, now: datetime) -> None:
    """The mail server has taken the letter."""
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=now, problem="")


def mark_unsent(letter: Letter, problem: str, now: datetime, *, for_good: bool = False) -> None:
    """The letter did not go out: try again later, or give up. `problem` is a kind or a code, never a text."""
    wait = None if for_good else WITH_LETTERS.wait_after(letter.attempts)
    Letter.objects.filter(pk=letter.pk).update(
        state=LetterState.FAILED if wait is None else LetterState.WAITING,
        not_before=None if wait is None else now + wait,
        claimed_at=None,
        problem=problem[:200],
    )


def forget_old_letters(before: datetime) -> int:
    """Take away letters that were sent or given up before then: addresses are not kept for nothing."""
    done = Letter.objects.filter(state__in=[LetterState.SENT, LetterState.FAILED], created_at__lt=before)
    return done.delete()[0]
