"""Input no page should ever meet: refused here, once, with a plain page instead of a failure."""

import codecs
import json
import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from alongside.web import errors
from alongside.web.middleware.text import is_too_deep, is_unwritable

log = logging.getLogger(__name__)

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
WITH_BODY = ("POST", "PUT", "PATCH", "DELETE")
CHARSETS = {"utf-8", "ascii", "iso8859-1", "cp1252"}  # by the names Python gives them
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class RefuseBadInput:
    """Answers what no view can use: 400 what cannot be read, 405 unheard-of methods, 413 what is too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return errors.show_wrong_method(request, ("GET", "HEAD", "POST"))
        if is_too_long(request):
            return errors.show_too_long(request)
        try:
            readable = is_readable(request)
        except RequestDataTooBig:
            return errors.show_too_long(request)
        except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, ValueError, RecursionError):
            return errors.show_bad_request(request)
        return self.get_response(request) if readable else errors.show_bad_request(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A value the database or a field cannot take, which a view passed on as it came in."""
        if not is_about_input(exception):
            return None
        log.warning("A value from outside reached the inside and was refused there.", exc_info=exception)
        return errors.show_bad_request(request)


def is_readable(request: HttpRequest) -> bool:
    """Whether every word of the request can be stored and shown again. Reads the body."""
    return knows_charset(request) and not any(is_unwritable(word) for word in words_of(request))


def words_of(request: HttpRequest) -> Iterable[str]:
    """Every string the request brings: path, query, cookies, headers that reach pages, form or JSON."""
    yield request.path
    yield from words_in(list(request.GET.lists()))
    yield from words_in(dict(request.COOKIES))
    yield from (value for name, value in request.META.items() if name.startswith("HTTP_"))
    if request.method in WITH_BODY:
        yield from words_of_body(request)


def words_of_body(request: HttpRequest) -> Iterable[str]:
    if request.content_type in FORMS:
        yield from words_in(list(request.POST.lists()))
        for name, files in request.FILES.lists():
            yield from [name, *(file.name or "" for file in files)]
    elif request.content_type == "application/json" and request.body:
        text = request.body.decode()
        yield text if is_too_deep(text) else ""
        yield from words_in(json.loads(text))


def words_in(value: Any) -> Iterable[str]:
    """Every string in nested lists, tuples and dictionaries, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from words_in(list(value.items()))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from words_in(part)


def knows_charset(request: HttpRequest) -> bool:
    """Whether the content type names no charset, or one that text comes in."""
    name = (request.content_params or {}).get("charset")
    if not name:
        return True
    try:
        return codecs.lookup(name).name in CHARSETS
    except LookupError:
        return False


def is_too_long(request: HttpRequest) -> bool:
    """Whether the request says that its body is longer than any page takes, files and all."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return said.isdecimal() and int(said) > settings.MOST_BYTES_IN_A_REQUEST


def is_about_input(exception: Exception) -> bool:
    """Whether a failure is one of a value: not a number, no identifier, out of range, not to be encoded."""
    if isinstance(exception, (ValidationError, DataError, OverflowError, UnicodeError, RecursionError)):
        return True
    return type(exception) in {ValueError, TypeError} and str(exception).startswith("Field '")
