"""An invented chain with the packaged RPJPN at its head, down to the program of a regency's agency."""

from chain_plans import PROVINCE_LONG, PROVINCE_MEDIUM, REGENCY_MEDIUM, holding, objective, paper, served
from factories import indicator

from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.framework_plans import framework_plans
from selaras.models.statements import StatementKind

K = StatementKind
AGENCY = paper("renstra-kab", PlanKind.RENSTRA, PlanLevel.DISTRICT, "98.01", "Dinas Samudra")
OTHER_REGENCY = paper("rpjmd-kab-2", PlanKind.RPJMD, PlanLevel.DISTRICT, "98.02")
RPJPN = framework_plans()[0]
IE3 = next(one for one in RPJPN.statements if one.number == "IE3")
LONG = objective("Terlindunginya kelompok rentan", PROVINCE_LONG, number="3", page=6)
MISSION = objective("Warga terlindungi", PROVINCE_MEDIUM, kind=K.MISSION, number="1", page=2)
AIM = objective("Menurunnya kemiskinan", PROVINCE_MEDIUM, number="1.2", parent=MISSION, page=3)
SIDE = objective("Membaiknya jalan", PROVINCE_MEDIUM, number="1.3", parent=MISSION, page=4)
LOCAL = objective("Berkurangnya keluarga miskin pesisir", REGENCY_MEDIUM, number="2.1", page=5)
FAR = objective("Ramainya pariwisata", OTHER_REGENCY, number="2.1")
OWN = objective("Naiknya pendapatan nelayan miskin", AGENCY, number="1", page=7)
PROGRAM = objective("Program Bantuan Nelayan", AGENCY, kind=K.PROGRAM, number="3.25.03", parent=OWN, page=9)
MEASURE = indicator("Jumlah nelayan terbantu", unit="orang", measures=PROGRAM, of=AGENCY, page=9)
PLANS = [
    RPJPN,
    holding(PROVINCE_LONG, LONG),
    holding(PROVINCE_MEDIUM, MISSION, AIM, SIDE),
    holding(REGENCY_MEDIUM, LOCAL),
    holding(OTHER_REGENCY, FAR),
    holding(AGENCY, OWN, PROGRAM, indicators=(MEASURE,)),
]
LINKS = [
    served(LONG, IE3, 0.9),
    served(AIM, LONG, 0.8),
    served(LOCAL, AIM, 0.7),
    served(OWN, LOCAL, 0.6),
    served(FAR, AIM, 0.4),
]
