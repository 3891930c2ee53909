"""Who may open the pages of logging in, one line an address; behind /public none of them is there."""

LOGIN, FORGOTTEN, AGAIN = "/account/login/", "/account/password/forgotten/", "/account/again/"

# Where one is led to instead, or the status: first for somebody who has not logged in, then for somebody who
# has done so half an hour ago, and has both a password and an app for codes.
TABLE = {
    "account_welcome":                      (410, 410),
    "account_login":                        (200, "/"),
    "account_elsewhere":                    (404, 404),  # there is no login service
    "account_elsewhere_back":               (404, 404),
    "account_logout":                       ("/", 200),
    "account_inactive":                     (200, 200),
    "account_reauthenticate":               (LOGIN, 200),
    "account_change_password":              (LOGIN, 200),
    "account_set_password":                 (LOGIN, "/account/password/change/"),
    "account_reset_password":               (200, 200),
    "account_reset_password_done":          (200, 200),
    "account_reset_password_from_key":      (200, 200),
    "account_reset_password_from_key_done": (200, 200),
    "mfa_index":                            (LOGIN, 200),
    "mfa_authenticate":                     (LOGIN, "/"),
    "mfa_login_webauthn":                   (LOGIN, "/"),
    "mfa_reauthenticate":                   (LOGIN, 200),
    "mfa_reauthenticate_webauthn":          (LOGIN, AGAIN),
    "mfa_activate_totp":                    (LOGIN, AGAIN),
    "mfa_deactivate_totp":                  (LOGIN, AGAIN),
    "mfa_add_webauthn":                     (LOGIN, AGAIN),
    "mfa_remove_webauthn":                  (LOGIN, AGAIN),
    "mfa_view_recovery_codes":              (LOGIN, AGAIN),
    "mfa_generate_recovery_codes":          (LOGIN, AGAIN),
}  # fmt: skip
PARTS = {
    "account_welcome": {"token": "abc"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc"},
    "mfa_remove_webauthn": {"pk": 1},
}
