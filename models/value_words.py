"""The words of printed values: missing data, grades, bounds, ranks, money and size.

All patterns ignore case except grades. `MISSING`, `PREDICATE` and `RANK` describe a whole text, the others
a start or an end.
"""

import re
from decimal import Decimal

FLAGS = re.VERBOSE | re.IGNORECASE

MISSING = re.compile(
    r"""
      [\s\-._/…]*                                   # empty, -, --, ...
    | [#]?n\s?[./]?\s?a\.?                          # N/A, n.a., NA, #N/A
    | null | tba | tbd
    | t\.?a\.?d\.? | dbr                            # tidak ada data; data belum rilis
    | (?:tidak|belum)\s+ada\s+(?:data|nilai)(?:nya)?
    | (?:data\s+|nilai\s+)? (?:tidak|belum) \s+
      (?:tersedia|(?:di)?rilis|terdata|diukur|dihitung|dinilai|ada\s+data)
    """,
    FLAGS,
)

# Letters of SAKIP evaluation, accreditation and rating; opinions of the Supreme Audit Agency (BPK).
GRADE = r"""(?-i: (?:A{1,3}|B{1,3}|C{1,3}|D{1,2}|E)(?:[+]|-(?!\w))? | WTP(?:[\s-]DPP)? | WDP | TMP | TW )"""

QUALITY = r"""
    (?: (?:sangat|amat|cukup|kurang|menuju|tidak|belum) \s+ )?
    (?: baik | buruk | tinggi | sedang | rendah | cukup | kurang | prima | unggul | istimewa | memuaskan
      | pratama | madya | nindya | utama | paripurna          # levels of awards and accreditation
      | mandiri | maju | berkembang | tertinggal              # levels of villages
      | informatif | inovatif | efektif | efisien | optimal | patuh | kuat | lemah | aman | rawan | kondusif
      | tercemar(?:\s+(?:ringan|sedang|berat))? | hijau | kuning | merah
      | ada(?:\s+dokumen)? | tersedia | lengkap | terlaksana | terpenuhi | tercapai
      | wajar\s+(?:tanpa|dengan)\s+pengecualian
    ) (?:\s+sekali)?
    | ya | tidak"""

AT_LEAST = r"""≥ | >= | => | min(?:imal|imum)?\b\.? | paling\s+(?:sedikit|rendah|kurang)
    | sekurang-?\s?kurangnya | serendah-?\s?rendahnya"""
AT_MOST = r"""≤ | <= | =< | maks(?:imal|imum)?\b\.? | max(?:imal|imum)?\b\.? | paling\s+(?:banyak|tinggi|lama)
    | sebanyak-?\s?banyaknya | setinggi-?\s?tingginya"""
ABOVE = r"> | di\s?atas\b | (?:lebih|besar)\s+dari\b | lebih\s+besar\s+dari\b | melebihi\b"
BELOW = r"< | di\s?bawah\b | kurang\s+dari\b | lebih\s+kecil\s+dari\b"
OR_MORE = r"\s*(?:[+]|\bke\s?atas|\batau\s+(?:lebih|di\s?atasnya))"
OR_LESS = r"\s*(?:\bke\s?bawah|\batau\s+(?:kurang|di\s?bawahnya))"

LOWER_BOUND = re.compile(rf"^(?:{AT_LEAST}|{ABOVE})\s*", FLAGS)
UPPER_BOUND = re.compile(rf"^(?:{AT_MOST}|{BELOW})\s*", FLAGS)
AND_MORE = re.compile(rf"{OR_MORE}$", FLAGS)
AND_LESS = re.compile(rf"{OR_LESS}$", FLAGS)

PREDICATE = re.compile(
    rf"""
      (?P<label>
        (?: (?:{AT_LEAST} | {ABOVE} | {AT_MOST} | {BELOW}) \s* )?
        (?: {GRADE} | {QUALITY} )
        (?: {OR_MORE} | {OR_LESS} )?
      )
    | (?:predikat|kategori|opini|status|(?:ter)?akreditasi|zona|kelas|peringkat)  # any words
      \s*[:=]?\s* (?P<named>[^\W\d][^\d]*)
    """,
    FLAGS,
)
BOUND_IN_WORDS = re.compile(r"[<>≤≥]=?\s*(?P<label>[^\W\d][^\d]*)")
GRADE_THEN_NUMBER = re.compile(rf"(?P<label>{GRADE})\s*[/,:=-]?\s*(?P<rest>-?\d.*)", FLAGS)

RANK = re.compile(
    r"""
    (?: (?: [^\d]{0,60}\s )?                                  # Kota X peringkat 74
        (?:peringkat|ranking|rangking|rank|posisi|urutan|juara) \s* (?:ke)? \s*-?\s*
      | ke-\s? )                                              # ke-5 only alone: "perubahan ke-2" is no rank
    (?P<first>\d+) (?: \s*(?:-|s\.?/?d\.?)\s* (?P<last>\d+) )?
    (?P<of> \s* (?:dari|/) \s* \d+ )? (?P<rest> \s+ [^\d]+ )?
    """,
    FLAGS,
)
TOP = re.compile(r"(?:peringkat\s+|masuk\s+)?(?P<last>\d+)\s+besar(?P<rest>\s+[^\d]+)?", FLAGS)
# The place is in brackets after the name of an index: "Global City Index (74 dari 156)".
INDEX = re.compile(r"\bind(?:ex|eks)\b", FLAGS)
OUT_OF = re.compile(r"\d+(?:\s*-\s*\d+)?\s+dari\s+\d+(?:\s+[^\d]+)?", FLAGS)

# Words before a number that change nothing of it.
LEAD = re.compile(
    r"""
    ^ (?: (?: (?: rata-?\s?rata | kurang\s+lebih | lebih\s+kurang | sekitar | kira-?kira      # about
                | (?:naik\s+|turun\s+)?(?:ke|menjadi) | mencapai | sebesar | sebanyak           # to
                | target | realisasi | capaian | nilai | skor | indeks | level )\b
            | ± | [+]/- | ~ | ≈ | [=:](?![<>]) ) (?!-\d) \s*[:=]?\s* )+
    (?=\S)
    """,
    FLAGS,
)
# The short name of an index printed in the cell: IKLH 77,20.
INDEX_NAME = re.compile(r"^[A-Z]{3,8}\s*[:=]?\s+(?=\d)")

CURRENCY = r"(?:Rp|IDR|USD|US\$|\$|JPY|EUR|€|¥)"
SCALES = (
    (re.compile(r"(?:ribu|rb)\b\.?\s*", FLAGS), Decimal(10) ** 3),
    (re.compile(r"(?:juta|jt)\b\.?\s*", FLAGS), Decimal(10) ** 6),
    (re.compile(r"(?:mil[iy]ar|mlr)\b\.?\s*", FLAGS), Decimal(10) ** 9),
    (re.compile(r"tril+[iy]un\b\s*", FLAGS), Decimal(10) ** 12),
)
# One letter means a size only after a currency: "5 M" alone may be metres.
MONEY_SCALES = (
    (re.compile(r"M\b\s*", FLAGS), Decimal(10) ** 9),
    (re.compile(r"T\b\s*", FLAGS), Decimal(10) ** 12),
)
# The number again in words, "3 (tiga) dokumen".
SPELT = re.compile(
    r"""
    ^ \( (?: (?: nol | se | satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan
              | puluh | belas | ratus | ribu | juta | koma ) \s* )+ \) \s*
    """,
    FLAGS,
)
PERCENT = ("%", "persen")

# Ways to part a cell that holds several values, the surest first.
SPLITTERS = (
    re.compile(r"(?:^|\s)(?:[ivx]{1,4}|[a-h]|\d)[).](?=\s)\s*", FLAGS),  # i) 83,33 ii) 50,00
    re.compile(r"[;\n|]"),
    re.compile(r",\s|\s&\s|\s+dan\s+", FLAGS),  # 1 dokumen dan 2 laporan
)
