"""How people log in: what of django-allauth is offered, for how long, and how often one may try."""

# Guessing costs a tenth of a second and 100 MB a time; older hashes are remade when their person logs in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Long rather than intricate, as NCSC and NIST SP 800-63B advise.
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "site:front"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60

# -- sessions --------------------------------------------------------------------------------------------

# A working day, counted from the login (accounts.gate); and no longer than the browser is open.
SESSION_COOKIE_AGE = 8 * 60 * 60
# And no longer than an hour in which nothing is done (NIST SP 800-63B-4, 2.2.3).
SESSION_IDLE_AGE = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
# Lax: a link in an e-mail leads somebody who has logged in to what they may see.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# What is counted is counted for all processes together: in the database (made by a migration of accounts).
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "forebygg_cache",
        # Whoever tries a great many addresses must not have the others' attempts forgotten.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# -- django-allauth: its names ---------------------------------------------------------------------------

ACCOUNT_ADAPTER = "forebygg.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up: an administrator invites, and so vouches for the address.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # ours is sent instead (accounts.forms)
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGOUT_REDIRECT_URL = "site:front"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/15m/key",
    "reset_password": "10/m/ip,3/15m/key",
    "reset_password_from_key": "20/m/ip",
    "answer_by_link": "30/m/ip",
}
ACCOUNT_FORMS = {
    "login": "forebygg.accounts.forms.LoginForm",
    "reauthenticate": "forebygg.accounts.forms.ReauthenticateForm",
    "change_password": "forebygg.accounts.forms.ChangePasswordForm",
    "set_password": "forebygg.accounts.forms.SetPasswordForm",
    "reset_password": "forebygg.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "forebygg.accounts.forms.ResetPasswordKeyForm",
}

SOCIALACCOUNT_ADAPTER = "forebygg.accounts.elsewhere.LoginServiceAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5

MFA_ADAPTER = "forebygg.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Förebygg"
# A telephone's clock may be half a minute wrong.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "forebygg.accounts.forms.CodeForm",
    "reauthenticate": "forebygg.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "forebygg.accounts.forms.ActivateCodeForm",
    "add_webauthn": "forebygg.accounts.forms.AddPasskeyForm",
}
