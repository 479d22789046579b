"""jieba is loaded without pkg_resources, and leaves nothing behind."""

import subprocess
import sys

SCRIPT = """
import sys
from linter.text.segmenter import jieba
assert jieba().Tokenizer().lcut
print("pkg_resources" in sys.modules)
"""


def test_jieba_is_imported_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
