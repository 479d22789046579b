"""Which texts have a title's words: all counted at once as one by one."""

from hypothesis import given
from hypothesis import strategies as st

from linter.subjects.offices.likeness import Texts, likeness

WORDS = st.text("水利灌区改造建设和节", max_size=12)


@given(title=WORDS, texts=st.lists(WORDS, max_size=9), share=st.floats(0, 1))
def test_all_at_once_is_one_by_one(title: str, texts: list[str], share: float) -> None:
    expected = any(likeness(title, text) >= share for text in texts)
    assert Texts(texts).have(title, share) is expected


def test_common_verbs_say_nothing() -> None:
    assert likeness("加快推进灌区改造", "灌区改造工程") == 1.0
    assert likeness("加快推进灌区改造", "加快推进造林") == 0.0
    assert Texts(["灌区续建配套"]).have("灌区改造", 0.3)
    assert not Texts(["灌区续建配套"]).have("灌区改造", 0.5)
