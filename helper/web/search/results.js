/* The list of pages that were found, a few at a time. What comes from the index is put in as text. */

const AT_ONCE = 5;
const PARTS = 3;

export class Results {
  #root;
  #places;
  #left = [];
  #stillWanted = () => true;

  /* places: list and more, the elements that hold the pages and the button. */
  constructor(root, places) {
    this.#root = root;
    this.#places = places;
  }

  clear() {
    this.#left = [];
    this.#places.list.replaceChildren();
    this.#places.more.hidden = true;
  }

  /** Shows the first pages in the place of those before, unless they are no longer wanted. */
  async show(pages, stillWanted) {
    const rows = await this.#rows(pages.slice(0, AT_ONCE));
    if (!stillWanted()) return;
    this.#left = pages.slice(AT_ONCE);
    this.#stillWanted = stillWanted;
    this.#places.list.replaceChildren(...rows);
    this.#places.more.hidden = !this.#left.length;
  }

  /** Shows the next pages below, and moves to the first of them. */
  async showMore() {
    const rows = await this.#rows(this.#left.splice(0, AT_ONCE));
    if (!this.#stillWanted()) return;
    this.#places.list.append(...rows);
    this.#places.more.hidden = !this.#left.length;
    rows[0]?.querySelector("a").focus();
  }

  #rows(pages) {
    return Promise.all(pages.map(async (page) => this.#row(await page.data())));
  }

  #row({ url, meta, filters, excerpt, sub_results: parts }) {
    const row = this.#root.querySelector("[data-result]").content.cloneNode(true).firstElementChild;
    const link = row.querySelector("[data-link]");
    link.textContent = meta.title;
    link.href = url;
    row.querySelector("[data-where]").textContent = this.#where(filters);
    row.querySelector("[data-excerpt]").append("… ", ...marked(excerpt), " …");
    const linked = parts.filter((part) => part.url.includes("#")).slice(0, PARTS);
    row.querySelector("[data-parts]").append(...linked.map(partLink));
    return row;
  }

  /* The partnership and the kind of page, in the words of the fields. */
  #where({ partnership, kind }) {
    const words = [this.#option("partnership", partnership), this.#option("kind", kind)];
    return words.filter(Boolean).join(", ");
  }

  #option(name, [value] = []) {
    const options = [...this.#root.querySelector(`#search-${name}`).options];
    return options.find((option) => option.value && option.value === value)?.textContent;
  }
}

function partLink({ title, url }) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("a"), { href: url, textContent: title }));
  return item;
}

/* An excerpt comes with <mark> around what was found, and with < and > of the text itself written out. */
function marked(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const text = piece.replace(/<\/?mark>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return piece.startsWith("<mark>") ? Object.assign(document.createElement("mark"), { textContent: text }) : text;
  });
}
