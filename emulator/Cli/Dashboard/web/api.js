// The control API: one function to act, one to listen. Nothing else of the page talks to the server.

/** Asks for a look, e.g. look("identity"). */
export async function look(verb, parameters = {}) {
  const query = new URLSearchParams(parameters).toString();
  return answer(await fetch(`/api/${verb}${query && "?" + query}`));
}

/** Does something, e.g. act("puff", { millilitres: 55, seconds: 2 }). */
export async function act(verb, parameters = {}) {
  return answer(await fetch(`/api/${verb}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(parameters),
  }));
}

/**
 * Listens to what happens. `past` is called with the last ten minutes, again after a connection was lost; `look` ten
 * times a second; `lost` when the run cannot be reached, with whether it will be tried again.
 */
export function listen({ past, look: onLook, lost }) {
  const source = new EventSource("/api/events");
  source.addEventListener("past", event => past(JSON.parse(event.data)));
  source.addEventListener("look", event => onLook(JSON.parse(event.data)));
  source.addEventListener("error", () => lost(source.readyState !== EventSource.CLOSED));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail ?? response.statusText);
  }
  return body;
}
