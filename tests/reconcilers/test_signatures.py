from hypothesis import given
from hypothesis import strategies as st

from reconcilers.signatures import SLOTS, find_matches, signature, stack

TEXTS = [
    "Bryggan vid Sågudden rivs när tilläggsplatsen på Lindholmen har byggts färdig till sommaren.",
    "Biblioteket i Lövhult stänger klockan sjutton på fredagar eftersom besökarna blivit färre.",
    "Fritidsgården hyr simhallens kafeteria under höstlovet för ungdomarnas turnering i schack.",
]


@given(st.text(max_size=200))
def test_a_signature_has_one_length_and_is_the_same_each_time(text):
    assert len(signature(text)) == 2 * SLOTS
    assert signature(text) == signature(text)


def test_a_copy_with_words_changed_is_proposed_and_nothing_else():
    new = TEXTS[1].replace("sjutton", "arton").replace("fredagar", "lördagar")
    (match,) = find_matches(stack([signature(new)]), stack([signature(text) for text in TEXTS]))
    assert (match.new, match.row) == (0, 1)
    assert match.share > 0.25


def test_a_form_that_stands_everywhere_is_no_copy():
    held = stack([signature(TEXTS[0])] * 25)
    assert find_matches(stack([signature(TEXTS[0])]), held) == []


def test_an_empty_archive_holds_nothing():
    assert find_matches(stack([signature(TEXTS[0])]), stack([])) == []
