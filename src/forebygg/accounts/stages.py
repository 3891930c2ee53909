"""The second factor, after the first."""

from typing import Final

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.stages import AuthenticateStage
from django.http.response import HttpResponseBase

SEVERAL_FACTORS: Final = "several_factors"


class SecondFactorStage(AuthenticateStage):  # type: ignore[misc] # allauth has no types
    """Asked of everybody whose login service has not said that it asked."""

    def handle(self) -> tuple[HttpResponseBase | None, bool]:
        """What is answered instead of going on, if anything, and whether the login may go on."""
        elsewhere = (self.login.signal_kwargs or {}).get("sociallogin")
        if elsewhere is not None and elsewhere.state.get(SEVERAL_FACTORS):
            record_authentication(self.request, self.login.user, method="mfa", type="elsewhere")
            return None, True
        answer: tuple[HttpResponseBase | None, bool] = super().handle()
        return answer
