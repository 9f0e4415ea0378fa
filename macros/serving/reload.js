/* Loads a page again as soon as there is another edition of it. Only `./dev serve` adds this to a page. */

const edition = new URL(import.meta.url).searchParams.get("edition");
const RETRY = 1000;

async function follow() {
  while (document.visibilityState === "visible") {
    if ((await standing()) > Number(edition)) return location.reload();
  }
  document.addEventListener("visibilitychange", follow, { once: true });
}

/* The edition that the server has. It answers once that is another, or after a while. */
async function standing() {
  try {
    const response = await fetch(`/.serve/after/${edition}`, { cache: "no-store" });
    return Number(await response.text());
  } catch {
    await new Promise((done) => setTimeout(done, RETRY));
    return 0;
  }
}

follow();
