"""The picture of one page becomes a scan: turned, straightened, its lines taken out, its words read."""

from statistics import mean

from selaras.extractors.grids.lattice import find_lattices
from selaras.extractors.grids.rulings import join_rulings
from selaras.extractors.ocr.dark_areas import edges, find_dark_areas, lighten
from selaras.extractors.ocr.dark_lines import erase, find_dark_lines, tall_parts
from selaras.extractors.ocr.pictures import Grey, Ink, find_ink, shrink
from selaras.extractors.ocr.scan import MOST_RULINGS, MOST_WORDS, Scan
from selaras.extractors.ocr.second_look import LinelessPicture, look_again
from selaras.extractors.ocr.skew import find_skew, straighten
from selaras.extractors.ocr.tesseract import ONE_BLOCK, PictureWord, Tesseract, TesseractError
from selaras.extractors.ocr.turning import POOR, Judge, densest_patch, find_turn, turn_picture
from selaras.extractors.ocr.words import page_words

# Letters in a word that counts when it is asked which way up a page is.
FEWEST_LETTERS = 3
SURE_WORD = 0.6
# So few words (a page number, a stamp) say nothing of how a page lies.
FEWEST_WORDS = 8
PATCH_SECONDS = 20.0
# For a look at how a page lies: every third pixel, without what is longer than letters are tall (points).
STEP = 3
LONGEST_STEM = 12.0


def scan_page(grey: Grey, scale: float, tesseract: Tesseract) -> Scan:
    """Read a picture of `scale` pixels a point. Raises TesseractError."""
    turn = find_turn(grey, _letters(grey, scale), _judge(tesseract))
    upright = turn_picture(grey, turn)
    scan, words = _read(upright, turn, scale, tesseract)
    if (
        len(words) >= FEWEST_WORDS
        and mean(word.confidence for word in words) < POOR
        and _is_on_its_head(upright, tesseract)
    ):
        turn = (turn + 180) % 360
        scan, _ = _read(turn_picture(upright, 180), turn, scale, tesseract)
    return scan


def _read(grey: Grey, turn: int, scale: float, tesseract: Tesseract) -> tuple[Scan, list[PictureWord]]:
    skew = find_skew(find_ink(grey))
    level = straighten(grey, skew)
    areas = find_dark_areas(find_ink(level), scale)
    level = lighten(level, areas)
    ink = find_ink(level)
    height, width = grey.shape
    rulings, mask = find_dark_lines(ink, scale)
    rulings = join_rulings([*rulings, *edges(areas, scale, width / scale, height / scale)])
    letters = erase(level, mask)
    words = tesseract.read(letters)
    if tesseract.signs:
        picture = LinelessPicture(letters, ink & ~mask, scale)
        words = look_again(picture, words, find_lattices(rulings), tesseract.for_signs())
    found = tuple(page_words(words, scale)[:MOST_WORDS])
    return Scan(width / scale, height / scale, turn, skew, found, tuple(rulings[:MOST_RULINGS])), words


def _letters(grey: Grey, scale: float) -> Ink:
    """A coarse picture of the letters alone: long runs, up or across, are lines of tables."""
    small = shrink(find_ink(grey), STEP)
    longest = round(LONGEST_STEM * scale / STEP)
    return small & ~tall_parts(small, longest) & ~tall_parts(small.T, longest).T


def _is_on_its_head(grey: Grey, tesseract: Tesseract) -> bool:
    patch, judge = densest_patch(grey, find_ink(grey)), _judge(tesseract)
    return judge(turn_picture(patch, 180)) > judge(patch)


def _judge(tesseract: Tesseract) -> Judge:
    quick = tesseract.quick(PATCH_SECONDS)

    def judge(grey: Grey) -> float:
        try:
            words = quick.read(grey, psm=ONE_BLOCK)
        except TesseractError:
            return 0.0
        return sum(len(word.text) * word.confidence for word in words if _is_telling(word))

    return judge


def _is_telling(word: PictureWord) -> bool:
    return word.confidence >= SURE_WORD and len(word.text) >= FEWEST_LETTERS and word.text.isalpha()
