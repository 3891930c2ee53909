// Makes and shows passkeys. Forms say what they want:
//   <form data-passkey="create" data-options="{…}">   a new passkey
//   <form data-passkey="get" data-options="{…}">      one that is known
//   <form data-passkey="get" data-options-from="…">   one of anybody's: what to ask for is fetched first
"use strict";

const bytes = (text) => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
};

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function created(options, passwordless) {
  const publicKey = { ...options.publicKey };
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  publicKey.excludeCredentials = known(publicKey.excludeCredentials);
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: passwordless ? "required" : "discouraged",
    requireResidentKey: passwordless,
    ...(passwordless ? { userVerification: "required" } : {}),
  };
  publicKey.extensions = { ...publicKey.extensions, credProps: true };
  const made = await navigator.credentials.create({ publicKey });
  return {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
    transports: made.response.getTransports ? made.response.getTransports() : [],
    credential: made,
  };
}

async function shown(options) {
  const publicKey = { ...options.publicKey };
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.allowCredentials = known(publicKey.allowCredentials);
  const found = await navigator.credentials.get({ publicKey });
  return {
    authenticatorData: text(found.response.authenticatorData),
    clientDataJSON: text(found.response.clientDataJSON),
    signature: text(found.response.signature),
    userHandle: found.response.userHandle ? text(found.response.userHandle) : null,
    credential: found,
  };
}

const sent = ({ credential, ...response }) =>
  JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });

async function asked(form) {
  if (!form.dataset.optionsFrom) {
    const options = JSON.parse(form.dataset.options);
    return options.creation_options || options.request_options;
  }
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const told = form.querySelector("[data-told]");
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    told.hidden = true;
    try {
      const options = await asked(form);
      const passwordless = form.elements.passwordless ? form.elements.passwordless.checked : false;
      const answer = form.dataset.passkey === "create" ? await created(options, passwordless) : await shown(options);
      form.elements.credential.value = sent(answer);
      form.submit();
    } catch (error) {
      told.hidden = false;
    }
  });
}
