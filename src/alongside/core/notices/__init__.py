"""The letters the house sends: one file a topic, one list. A letter says that something is there, never what."""

from alongside.core.notices.needs import NOTICES as NEEDS
from alongside.core.notices.notice import Notice
from alongside.core.notices.people import NOTICES as PEOPLE
from alongside.core.notices.programmes import NOTICES as PROGRAMMES
from alongside.core.notices.relationships import NOTICES as RELATIONSHIPS

NOTICES: dict[str, Notice] = {notice.key: notice for notice in (*PEOPLE, *PROGRAMMES, *NEEDS, *RELATIONSHIPS)}

__all__ = ["NOTICES", "Notice"]
