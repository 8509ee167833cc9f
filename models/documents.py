"""One version of one plan, and the facts that place it in the chain."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.ids import DocumentId


class PlanKind(StrEnum):
    """Kinds of documents; instruments keep their Indonesian names."""

    RPJPN = "RPJPN"
    RPJMN = "RPJMN"
    RKP = "RKP"
    RPJPD = "RPJPD"
    RPJMD = "RPJMD"
    RPD = "RPD"
    RKPD = "RKPD"
    RENSTRA = "RENSTRA"
    RENJA = "RENJA"
    IKU = "IKU"
    PK = "PK"
    CASCADE = "CASCADE"
    LKJIP = "LKJIP"
    VISI_MISI = "VISI_MISI"
    OTHER = "OTHER"

    @property
    def horizon(self) -> int | None:
        """Years that a plan of this kind looks ahead; None where the kind sets none."""
        return HORIZONS.get(self)


HORIZONS = {
    PlanKind.RPJPN: 20,
    PlanKind.RPJPD: 20,
    PlanKind.RPJMN: 5,
    PlanKind.RPJMD: 5,
    PlanKind.RPD: 5,
    PlanKind.RENSTRA: 5,
    PlanKind.VISI_MISI: 5,
    PlanKind.RKP: 1,
    PlanKind.RKPD: 1,
    PlanKind.RENJA: 1,
    PlanKind.PK: 1,
    PlanKind.LKJIP: 1,
}


class PlanLevel(StrEnum):
    """National, provincial, or regency and city (kabupaten/kota)."""

    NATIONAL = "NATIONAL"
    PROVINCE = "PROVINCE"
    DISTRICT = "DISTRICT"

    @property
    def depth(self) -> int:
        """0 for the nation, 1 for a province, 2 for a regency or city."""
        return list(PlanLevel).index(self)


class DocumentStatus(StrEnum):
    """How far the document has come on its way to law; UNKNOWN where it does not say."""

    UNKNOWN = "unknown"
    DRAFT = "draft"
    BILL = "bill"  # ranperda, rancangan akhir
    LAW = "law"  # perda, perpres, undang-undang


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a plan covers, both included."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"period starts in {self.start} after it ends in {self.end}")

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two have a year in common."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class PlanningDocument:
    """One version of one plan (dokumen perencanaan). Facts that were not found are None, never guessed."""

    sha256: DocumentId
    kind: PlanKind
    level: PlanLevel | None = None
    region: str | None = None  # code of Kepmendagri, "62" or "62.01"; None for the nation
    agency: str | None = None  # name of the agency (perangkat daerah, kementerian/lembaga)
    period: Period | None = None
    title: str = ""
    pages: int = 0
    ocr_pages: tuple[int, ...] = ()
    status: DocumentStatus = DocumentStatus.UNKNOWN
    supersedes: DocumentId | None = None
    file_name: str = ""

    @property
    def plan_key(self) -> str:
        """What all versions and chapter files of one plan share; the hash where too little is known."""
        if self.level is None or self.period is None or self.kind in (PlanKind.OTHER, PlanKind.VISI_MISI):
            return self.sha256
        years = f"{self.period.start}-{self.period.end}"
        return "|".join((self.kind, self.level, self.region or "", (self.agency or "").casefold(), years))
