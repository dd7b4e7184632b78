"""Forms of the matching workbench."""

from alongside.web.forms.matching.own_rules import OwnRuleForm
from alongside.web.forms.matching.rules import LadderForm, RulesFileForm, StandardRulesForm
from alongside.web.forms.matching.runs import PairsFilterForm, RunForm

__all__ = [
    "LadderForm",
    "OwnRuleForm",
    "PairsFilterForm",
    "RulesFileForm",
    "RunForm",
    "StandardRulesForm",
]
