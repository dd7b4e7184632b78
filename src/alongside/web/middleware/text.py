"""Which strings can be kept and shown again."""

DEEPEST = 100


def is_unwritable(text: str) -> bool:
    """A NUL (PostgreSQL stores none), half of a surrogate pair (nothing can show it), or a pit of brackets."""
    if "\x00" in text or is_too_deep(text):
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def is_too_deep(text: str) -> bool:
    """Brackets nested deeper than any person or program of ours nests them: readers of JSON fall into that."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif letter in "]}" and depth:
            depth -= 1
    return False
