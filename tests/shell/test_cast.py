"""The relations of the cast are what their stories say."""

from alongside.core.confidentiality.relations import Relation
from alongside.queries.relations import relations_of
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast


def test_everybody_is_to_the_engagement_what_the_story_says(cast: Cast) -> None:
    said = {
        name: relations_of(viewer_as(person), cast.engagement) - {Relation.SAME_ORG}
        for name, person in cast.people().items()
    }
    assert said["dev"] == {Relation.CLIENT}
    assert said["carla"] == {Relation.COACH}
    assert said["grace"] == {Relation.SPONSOR}
    assert said["hamid"] == {Relation.LINE_MANAGER}
    assert said["amara"] == {Relation.PROGRAMME_MANAGER}
    assert said["otto"] == said["petra"] == {Relation.NONE}


def test_a_manager_of_one_programme_is_nothing_to_another(cast: Cast) -> None:
    assert relations_of(viewer_as(cast.petra), cast.programme) == {Relation.NONE}
