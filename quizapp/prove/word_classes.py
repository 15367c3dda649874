"""Closed classes of the English that science is written in. Values only.

A word of a field is never listed here: what a list of this module would need to know of medicine or
of physics is learned from the deck (`names`) or stays unproved.
"""

from collections.abc import Mapping


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, which are parted by spaces."""
    return frozenset(text.split())


# Words that a sentence about a finding may have or leave out. No word that says how strong, how
# often, in which direction or of what kind.
FRAME = words_of(
    """
    a an the this that these those it its they their them he she his her we our us one there here
    such same own other another each both either and or as so then also too of in on at to for by
    from with within into onto upon over about among amongst between across through throughout
    during per via according concerning than if whether what which who whom whose where when while
    whereas because since although though yet however but is are was were be been being am do does
    did done doing has have had will would shall should can must let get got make made take took
    taken give gave given put come came go went gone keep kept say said tell told call called name
    term know known see saw seen look find found show shown report describe observe note detect
    identify record present occur appear happen exist represent include comprise comprised consist
    contain involve cover use used using apply employ perform carry conduct undertake undertaken
    undergo underwent undergone receive provide obtain achieve reach yield amount total overall
    altogether number proportion percentage percent share value level rate figure extent degree case
    patient participant subject individual person people group arm sample series cohort population
    study trial survey analysis experiment investigation work paper author researchers team data
    evidence result finding outcome conclusion method approach way manner kind type form sort set
    range part member item area field example instance respectively namely thus therefore hence
    moreover furthermore additionally addition further still already now once eventually finally
    meanwhile regard respect basis fact order role purpose aim goal objective question time point
    period after before until along together lie lay stand turn become became remain belong act
    serve whole entire entirely particular certain various respective available current currently
    recently measure measurement estimate assess evaluate examine test determine calculate compute
    investigate analyze consider compare comparison equivalent correspond equal develop developed
    follow monitor average run ran feel felt stay typical usual experience display exhibit possess
    how lasted lasts lasting ofcause based located situated enrolled recruited participated attended
    collected gathered meet met place out off may might could age aged spend spent nearly almost
    approximately roughly up down any
    """
)
_QUANTITIES = (
    words_of("no none nobody zero neither"),
    words_of("rare rarely seldom few minority uncommon infrequent infrequently hardly"),
    words_of(
        "some sometimes occasional occasionally certain partly partially several multiple multi"
    ),
    words_of("many often frequent frequently common commonly numerous"),
    words_of("most majority usually mostly mainly predominantly typically generally largely"),
    words_of("all every always entirely everyone invariably universally completely exclusively"),
)
HEDGES = words_of(
    """
    may might possibly perhaps potentially suggest suggests suggested suggesting likely probably
    presumed presumably apparently seem seems seemed appear appears appeared expected suspected
    putative hypothesized hypothesised assumed can could believed whether debated disputed
    controversial speculated thought tended tend trend unlikely
    """
)
# What is measured: in a claim without a number one of these says which.
MEASURES = words_of("number rate level proportion percentage share amount degree extent value time")
# What a number is a measure of, and its unit tells: a claim with a number need not find it.
DIMENSIONS = words_of(
    "dose duration age old long tall thick deep wide heavy away distance length height depth "
    "width weight thickness size correlation coefficient effect temperature pressure speed "
    "volume area mass radius density concentration"
)
PREPOSITIONS = words_of("in on at to for by from with of under among during after before")
# Whom a study is about: men and women may both be meant.
PEOPLE = words_of("~woman ~man ~child ~adult male female")
# Verbs with a denial in them: prevented from nesting, avoided.
DENYING = words_of(
    "prevent avoid stop exclude refuse reject miss lose remove cease fail deny rule absent lack "
    "without"
)
SOME = 2  # the level of "some": a claim that drops it, or anything below, says more
QUANTITY: Mapping[str, int] = {word: level for level, row in enumerate(_QUANTITIES) for word in row}
