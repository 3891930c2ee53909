"""Addresses under /account/. Their names are django-allauth's, which looks them up itself."""

from django.urls import path, re_path

from forebygg.accounts import views

urlpatterns = [
    path("welcome/<str:token>/", views.welcome, name="account_welcome"),
    path("login/", views.login, name="account_login"),
    path("login/elsewhere/", views.login_elsewhere, name="account_elsewhere"),
    path("login/elsewhere/back/", views.back_from_elsewhere, name="account_elsewhere_back"),
    path("login/passkey/", views.login_by_passkey, name="mfa_login_webauthn"),
    path("login/second-factor/", views.authenticate, name="mfa_authenticate"),
    path("logout/", views.logout, name="account_logout"),
    path("closed/", views.inactive, name="account_inactive"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("again/code/", views.reauthenticate_by_code, name="mfa_reauthenticate"),
    path("again/passkey/", views.reauthenticate_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("password/change/", views.change_password, name="account_change_password"),
    path("password/choose/", views.set_password, name="account_set_password"),
    path("password/forgotten/", views.reset_password, name="account_reset_password"),
    path("password/forgotten/sent/", views.reset_password_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.reset_password_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/new/done/",
        views.reset_password_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("second-factor/", views.factors, name="mfa_index"),
    path("second-factor/app/", views.activate_totp, name="mfa_activate_totp"),
    path("second-factor/app/remove/", views.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/passkey/", views.add_passkey, name="mfa_add_webauthn"),
    path("second-factor/passkey/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("second-factor/recovery-codes/", views.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-factor/recovery-codes/new/",
        views.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
