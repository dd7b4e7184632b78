"""In which country somebody probably is, so that the right numbers are shown first. They can always choose another."""

from types import MappingProxyType

from alongside.core.needs.help_contacts import COUNTRIES, EVERYWHERE

NOWHERE = frozenset({"", "UTC", "GMT", "Etc/UTC"})  # zones that say nothing about a place

# IANA time zones of the countries that have contacts; a zone ending in "/" stands for all below it.
ZONES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "AU": ("Australia/",),
        "CA": tuple(
            f"America/{place}"
            for place in (
                *(
                    "Toronto",
                    "Montreal",
                    "Vancouver",
                    "Edmonton",
                    "Winnipeg",
                    "Halifax",
                    "St_Johns",
                    "Regina",
                ),
                *(
                    "Moncton",
                    "Iqaluit",
                    "Whitehorse",
                    "Yellowknife",
                    "Glace_Bay",
                    "Goose_Bay",
                    "Swift_Current",
                ),
            )
        ),
        "FR": ("Europe/Paris",),
        "IN": ("Asia/Kolkata", "Asia/Calcutta"),
        "IE": ("Europe/Dublin",),
        "NZ": ("Pacific/Auckland", "Pacific/Chatham"),
        "NG": ("Africa/Lagos",),
        "GB": ("Europe/London", "Europe/Belfast"),
        "US": (
            *("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "Pacific/Honolulu"),
            *(
                f"America/{place}"
                for place in (
                    *("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Anchorage", "Detroit"),
                    *("Boise", "Juneau", "Nome", "Sitka", "Adak", "Menominee", "Indianapolis", "Louisville"),
                )
            ),
        ),
    }
)


def country_of(
    *, chosen: str, time_zone: str = "", organisation: str = "", languages: str = "", home: str = EVERYWHERE
) -> str:
    """The country to show contacts for: a key of `COUNTRIES`.

    What somebody chose comes first, then the time zone they set, then their organisation's country, then the region
    in what their browser says about languages (an `Accept-Language` header), then `home` when it says nothing of
    any place. A place that is known and has no contacts gives `EVERYWHERE`: better no number than a wrong one.
    """
    if chosen.upper() in COUNTRIES:
        return chosen.upper()
    if time_zone not in NOWHERE:
        return _country_of_zone(time_zone)
    if organisation:
        return organisation if organisation in COUNTRIES else EVERYWHERE
    return _country_of_languages(languages, home)


def _country_of_zone(zone: str) -> str:
    return next(
        (
            country
            for country, zones in ZONES.items()
            if any(zone == each or (each.endswith("/") and zone.startswith(each)) for each in zones)
        ),
        EVERYWHERE,
    )


def _country_of_languages(header: str, home: str) -> str:
    """The first region named (en-IE); `home` where only English or nothing is said; else somewhere else."""
    languages = [part.split(";")[0].strip() for part in header.split(",") if part.strip()]
    regions = [
        each.split("-")[-1].upper() for each in languages if "-" in each and len(each.split("-")[-1]) == 2
    ]
    if regions:
        return regions[0] if regions[0] in COUNTRIES else EVERYWHERE
    says_nothing = not languages or languages[0].casefold() in ("en", "*")
    return home if says_nothing and home in COUNTRIES else EVERYWHERE
