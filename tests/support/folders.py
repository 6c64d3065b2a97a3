"""The folders of articles whose content is known."""

from dataclasses import dataclass
from pathlib import Path

from tests.support.gold import Json, read_gold

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "articles"


@dataclass(frozen=True)
class Folder:
    """A folder of articles and the file that says what they hold."""

    name: str
    articles: Path
    gold_file: Path

    def files(self) -> list[Path]:
        """The articles, in order of their names."""
        return sorted(self.articles.glob("*.txt"))

    def texts(self) -> dict[str, str]:
        """The kept text of each article, by file name: its bytes decoded, nothing removed."""
        return {file.name: file.read_bytes().decode("utf-8") for file in self.files()}

    def gold(self) -> Json:
        """What the articles hold."""
        return read_gold(self.gold_file)


SEEDS = Folder("seeds", ROOT / "seeds", ARTICLES / "seeds_gold.json")
SHOWN = Folder("shown", ARTICLES / "shown", ARTICLES / "shown" / "gold.json")  # read while rules are written
SHOWN_B = Folder("shown_b", ARTICLES / "shown_b", ARTICLES / "shown_b" / "gold.json")  # held once, by another hand
SHOWN_C = Folder("shown_c", ARTICLES / "shown_c", ARTICLES / "shown_c" / "gold.json")  # and by a third one
SHOWN_D = Folder("shown_d", ARTICLES / "shown_d", ARTICLES / "shown_d" / "gold.json")  # long ones, by a fourth
SHOWN_E = Folder("shown_e", ARTICLES / "shown_e", ARTICLES / "shown_e" / "gold.json")  # and by another
SHOWN_F = Folder("shown_f", ARTICLES / "shown_f", ARTICLES / "shown_f" / "gold.json")  # and by one more
SHOWN_G = Folder("shown_g", ARTICLES / "shown_g", ARTICLES / "shown_g" / "gold.json")  # and by one more
SHOWN_H = Folder("shown_h", ARTICLES / "shown_h", ARTICLES / "shown_h" / "gold.json")  # and by a ninth hand
SHOWN_I = Folder("shown_i", ARTICLES / "shown_i", ARTICLES / "shown_i" / "gold.json")  # and by a tenth
SHOWN_J = Folder("shown_j", ARTICLES / "shown_j", ARTICLES / "shown_j" / "gold.json")  # ordinary ones
HELD = Folder("held", ARTICLES / "held", ARTICLES / "held" / "gold.json")  # nobody who writes rules reads these
HELD_B = Folder("held_b", ARTICLES / "held_b", ARTICLES / "held_b" / "gold.json")  # nor these, long ones
FOLDERS = (SEEDS, SHOWN, SHOWN_B, SHOWN_C, SHOWN_D, SHOWN_E, SHOWN_F, SHOWN_G, SHOWN_H, SHOWN_I, SHOWN_J, HELD, HELD_B)
