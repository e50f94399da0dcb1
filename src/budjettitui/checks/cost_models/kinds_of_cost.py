"""Kinds of cost in words: what a line of one is called, in three languages, by what the rule sets call the kind."""

import re
from collections.abc import Mapping
from functools import lru_cache

_HEALTH = ("occupational health( care)?", "työterveys", "työterveyshuolto", "företagshälsovård(en)?")
_OFFICE = (
    "office (costs|supplies)",
    "toimistokulut",
    "toimistokustannukset",
    "toimistotarvikkeet",
    "kontorskostnader",
    "kontorsmaterial",
)
_PREMISES = ("office rent", "rent of offices?", "toimistovuokrat?", "toimistotilat", "kontorshyra", "kontorslokaler")

KINDS: Mapping[str, tuple[str, ...]] = {
    "depreciation": ("depreciations?", "poisto", "poistot", "avskrivning", "avskrivningar"),
    "interest": ("interest", "interest on loans?", "korko", "korot", "korkokulut", "ränta", "räntor", "räntekostnader"),
    "bank fees": ("bank (fees|charges)", "pankkikulut", "bankavgifter", "bankkostnader"),
    "bank charges of transfers": ("bank (fees|charges)", "pankkikulut", "bankavgifter", "bankkostnader"),
    "exchange losses": ("(exchange|currency) loss(es)?", "kurssitappiot?", "valuuttakurssitappiot?", "kursförluste?r?"),
    "currency losses": ("(exchange|currency) loss(es)?", "kurssitappiot?", "valuuttakurssitappiot?", "kursförluste?r?"),
    "transfer tax": ("transfer tax", "varainsiirtovero", "överlåtelseskatt"),
    "fines": ("fines?", "sakot?", "böter"),
    "court costs": ("court (costs|fees)", "oikeudenkäyntikulut", "rättegångskostnader"),
    "bonuses and result pay": (
        "(performance )?bonus(es)?",
        "result pay",
        "tulospalkkiot?",
        "bonukset",
        "resultatlöne?r?",
    ),
    "deductible VAT": (
        "(deductible|recoverable) vat",
        "vähennettävä arvonlisävero",
        "avdragsgill (moms|mervärdesskatt)",
    ),
    "occupational health": _HEALTH,
    "health": _HEALTH,
    "steering group": (
        "steering group( meetings?| costs)?",
        "ohjausryhmä",
        "ohjausryhmän (kulut|kokoukset|kokouskulut)",
        "styrgrupp(en)?",
        "styrgruppens (kostnader|möten)",
    ),
    "office": _OFFICE,
    "accounting and office": (*_OFFICE, "accounting", "bookkeeping", "kirjanpito", "kirjanpitopalvelut?", "bokföring"),
    "premises of staff": _PREMISES,
    "premises": _PREMISES,
    "software": (
        "software( licen[cs]es?)?",
        "ohjelmistot",
        "ohjelmistolisenssit",
        "programvara",
        "programvarulicenser",
    ),
    "catering": ("catering", "tarjoilut?", "servering"),
    "land": (
        "(purchase of )?land( and water areas?)?",
        "land purchase",
        "(building )?plots?( of land)?",
        "maa-alue(et)?",
        "maa- ja vesialueet",
        "maanhankinta",
        "(maan|maa-alueen|tontin) (hankinta|osto)",
        "tont(ti|it)",
        "vesialue(et)?",
        "(köp av )?mark(område(n|t)?|förvärv)?",
        "mark- och vattenområden",
        "(köp av )?tomt(en|er)?",
        "vattenområden?",
    ),
    "liability insurance": ("liability insurance", "vastuuvakuutus", "ansvarsförsäkring"),
}
"""What a line of such a cost is called, in three languages, by what the rule sets call the kind."""

_PURPOSE = r"( (of|on|for|av|på|för) .+|[,:(–-].*)?"
"""What may follow the name: of what, or something in brackets."""


@lru_cache(maxsize=32)
def called(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """What a line of one of these kinds of cost is called, as a whole."""
    names = [name for kind in kinds for name in (re.escape(kind.casefold()), *KINDS.get(kind, ()))]
    return re.compile(f"({'|'.join(names)}){_PURPOSE}")
