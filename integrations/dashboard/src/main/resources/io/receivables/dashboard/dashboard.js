'use strict';
(() => {
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const asOf = root.dataset.asOf;
  const texts = JSON.parse(byId('texts').textContent);

  // ---- words and numbers; amounts are BigInt of minor units and never become floating point

  const isFrench = () => root.lang === 'fr';
  const word = (key, ...values) => texts[root.lang][key].replace(/\{(\d)\}/g, (all, i) => values[i]);
  const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, isFrench() ? '\u00a0' : ',');
  const number = n => grouped(String(n));

  function plain(minor, digits, point) {
    const size = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
    const whole = size.slice(0, size.length - digits);
    return { sign: minor < 0n ? '-' : '', whole, decimals: digits ? point + size.slice(-digits) : '' };
  }

  function amount(minor, digits) {
    const { sign, whole, decimals } = plain(minor, digits, isFrench() ? ',' : '.');
    return sign + grouped(whole) + decimals;
  }

  function date(iso) {
    const [year, month, day] = iso.split('-').map(Number);
    return `${isFrench() && day === 1 ? '1er' : day} ${word('month.' + month)} ${year}`;
  }

  // ---- elements

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const cell = (text, className = '') => element('td', { className }, text);
  const money = (minor, digits, className = '') => cell(amount(minor, digits), minor === 0n ? 'zero-amount' : className);

  // ---- language, theme, currency

  function setLanguage(language) {
    root.lang = language;
    document.title = word('title');
    for (const button of all('[data-lang]')) {
      button.setAttribute('aria-pressed', button.dataset.lang === language);
    }
    if (current) {
      showCustomers();
    }
  }

  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches);
  const tellTheme = () => byId('theme').setAttribute('aria-pressed', isDark());

  function setCurrency(code) {
    for (const section of all('section.currency')) {
      section.hidden = section.dataset.currency !== code;
    }
    for (const button of all('[data-show]')) {
      button.setAttribute('aria-pressed', button.dataset.show === code);
    }
    current = customersOf(code);
    page = 0;
    showCustomers();
  }

  // ---- customers

  const PAGE_SIZE = 25;
  const TEXT_COLUMNS = new Set(['customer']);
  const known = new Map();
  let current = null;
  let sort = { column: 'overdue', descending: true };
  let page = 0;

  function customersOf(code) {
    if (!known.has(code)) {
      const data = JSON.parse(byId('customers-' + code).textContent);
      const rows = data.rows.map(([id, name, attributes, receivables, overdue, credits, net, disputed, oldest], index) => ({
        index, id, customer: name, attributes, oldest,
        receivables: BigInt(receivables), overdue: BigInt(overdue), credits: BigInt(credits), net: BigInt(net),
        disputed: BigInt(disputed),
      }));
      known.set(code, { code, digits: data.digits, rows, lines: null });
    }
    return known.get(code);
  }

  /** The open items of a customer; the text is cut into lines when the first customer is opened. */
  function itemsOf(row) {
    current.lines ??= byId('items-' + current.code).textContent.split('\n');
    return JSON.parse(current.lines[row.index]).map(
      ([id, instalment, kind, issued, due, late, full, open, disputed]) => ({
        id, instalment, kind, issued, due, late, amount: BigInt(full), open: BigInt(open), disputed: BigInt(disputed),
      }));
  }

  const searchable = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  function found() {
    const wanted = searchable(byId('search').value.trim()).split(/\s+/);
    const rows = current.rows.filter(row => {
      row.text ??= searchable(`${row.id} ${row.customer} ${row.attributes}`);
      return wanted.every(part => row.text.includes(part));
    });
    const { column, descending } = sort;
    const order = TEXT_COLUMNS.has(column)
      ? (collator => (a, b) => collator.compare(a[column], b[column]))(new Intl.Collator(root.lang, { numeric: true }))
      : (a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : 0);
    return rows.sort((a, b) => (descending ? order(b, a) : order(a, b)) || a.index - b.index);
  }

  const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0n);

  function showCustomers() {
    const rows = found();
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    page = Math.min(page, pages - 1);
    const shown = rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    const table = byId('customer-table');
    table.querySelector('tbody').replaceChildren(...(shown.length ? shown.map(customerRow) : [emptyRow()]));
    table.querySelector('tfoot').replaceChildren(totalRow(rows));
    for (const header of all('[data-column]', table)) {
      if (header.dataset.column === sort.column) {
        header.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      } else {
        header.removeAttribute('aria-sort');
      }
    }
    const first = page * PAGE_SIZE;
    byId('shown').textContent = rows.length
      ? word('shown', number(first + 1), number(first + shown.length), number(rows.length))
      : '';
    for (const button of all('[data-page]')) {
      button.disabled = ['first', 'previous'].includes(button.dataset.page) ? page === 0 : page === pages - 1;
    }
  }

  function customerRow(row) {
    const { digits } = current;
    const name = element('bdi', {}, row.customer);
    const open = element('button', { type: 'button', className: 'link', title: row.customer }, name);
    open.addEventListener('click', () => showItems(row));
    const known = row.customer === row.id ? row.attributes : [row.id, row.attributes].filter(Boolean).join(' · ');
    const header = element('th', { scope: 'row' }, open, element('small', { title: known }, element('bdi', {}, known)));
    return element('tr', {}, header,
      money(row.receivables, digits), money(row.overdue, digits, 'late'),
      cell(row.oldest ? word('days', number(row.oldest)) : ''),
      money(row.credits, digits), money(row.net, digits), money(row.disputed, digits));
  }

  function totalRow(rows) {
    const { digits } = current;
    const total = column => cell(amount(sum(rows, column), digits));
    return element('tr', { className: 'sum' }, element('th', { scope: 'row' }, word('total')),
      total('receivables'), total('overdue'), cell(''), total('credits'), total('net'), total('disputed'));
  }

  const emptyRow = () =>
    element('tr', {}, element('td', { colSpan: 7 }, word(current.rows.length ? 'none' : 'empty')));

  // ---- the open items of one customer

  const ITEMS_AT_ONCE = 200;
  let opened = null;

  const nameOf = item => item.id + (item.instalment > 1 ? ' / ' + item.instalment : '');

  function showItems(row) {
    opened = { row, items: itemsOf(row), shown: 0 };
    byId('items-title').replaceChildren(element('bdi', {}, word('items', row.customer)));
    byId('items').querySelector('tbody').replaceChildren();
    moreItems();
    const { digits } = current;
    byId('items').querySelector('tfoot').replaceChildren(element('tr', { className: 'sum' },
      element('th', { scope: 'row', colSpan: 6 }, word('total')),
      cell(amount(sum(opened.items, 'open'), digits)), cell(amount(sum(opened.items, 'disputed'), digits))));
    byId('items').showModal();
  }

  function moreItems() {
    const next = opened.items.slice(opened.shown, opened.shown + ITEMS_AT_ONCE);
    opened.shown += next.length;
    byId('items').querySelector('tbody').append(...next.map(itemRow));
    byId('items-more').hidden = opened.shown === opened.items.length;
  }

  function itemRow(item) {
    const { digits } = current;
    const isLate = item.late > 0 && item.open > 0n;
    return element('tr', {}, element('th', { scope: 'row' }, element('bdi', {}, nameOf(item))),
      cell(word('kind.' + item.kind)), cell(date(item.issued)), cell(date(item.due)),
      cell(isLate ? number(item.late) : '', 'late'), money(item.amount, digits), money(item.open, digits),
      money(item.disputed, digits));
  }

  // ---- CSV

  /** A spreadsheet would take such a text for a formula, also behind apostrophes that stand before it already. */
  const startsFormula = text => /^'*[=+\-@\t\r]/.test(text);

  function textCell(text) {
    const guarded = startsFormula(text) ? "'" + text : text;
    return /[",;\r\n]/.test(guarded) ? '"' + guarded.replaceAll('"', '""') + '"' : guarded;
  }

  function amountCell(minor) {
    const { sign, whole, decimals } = plain(minor, current.digits, isFrench() ? ',' : '.');
    return sign + whole + decimals;
  }

  /** With a byte order mark, and with semicolons and decimal commas in French, as spreadsheets there expect. */
  function save(name, rows) {
    const csv = '\ufeff' + rows.map(row => row.join(isFrench() ? ';' : ',') + '\r\n').join('');
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    element('a', { href: url, download: `${name}-${asOf}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  const heading = keys => keys.map(key => textCell(word('csv.' + key)));

  function saveCustomers() {
    const amounts = ['receivables', 'overdue', 'credits', 'net', 'disputed'];
    save(`receivables-${current.code}`, [
      heading(['id', 'customer', 'attributes', 'currency', ...amounts, 'oldest']),
      ...found().map(row => [textCell(row.id), textCell(row.customer), textCell(row.attributes), current.code,
        ...amounts.map(column => amountCell(row[column])), row.oldest]),
    ]);
  }

  function saveItems() {
    const { row, items } = opened;
    save(`receivables-${current.code}-${row.id.replace(/[^\w-]+/g, '_')}`, [
      heading(['id', 'customer', 'document', 'instalment', 'kind', 'issued', 'due', 'late', 'currency', 'amount', 'open',
        'disputed']),
      ...items.map(item => [textCell(row.id), textCell(row.customer), textCell(item.id), item.instalment,
        textCell(word('kind.' + item.kind)), item.issued, item.due, item.late, current.code,
        amountCell(item.amount), amountCell(item.open), amountCell(item.disputed)]),
    ]);
  }

  // ---- tips: the figure of a mark, the definition of a figure

  const tip = byId('tip');

  function showTip(text, target) {
    tip.textContent = text;
    tip.hidden = false;
    const at = target.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const left = Math.min(Math.max(8, at.left + at.width / 2 - offsetWidth / 2), innerWidth - offsetWidth - 8);
    const above = at.top - offsetHeight - 6;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${above >= 4 ? above : Math.min(at.bottom + 6, innerHeight - offsetHeight - 4)}px`;
  }

  const hideTip = () => { tip.hidden = true; };

  function startPlot(plot) {
    const marks = all('.mark', plot);
    let on = -1;
    const turnOn = next => {
      marks[on]?.classList.remove('on');
      on = next;
      marks[on]?.classList.add('on');
      if (marks[on]) {
        showTip(marks[on].dataset[root.lang], marks[on]);
      } else {
        hideTip();
      }
    };
    marks.forEach((mark, index) => {
      mark.querySelector('title').remove();
      mark.addEventListener('pointerenter', () => turnOn(index));
    });
    plot.addEventListener('pointerleave', () => turnOn(-1));
    plot.addEventListener('focus', () => plot.matches(':focus-visible') && turnOn(on < 0 ? marks.length - 1 : on));
    plot.addEventListener('blur', () => turnOn(-1));
    plot.addEventListener('keydown', event => {
      const step = { ArrowLeft: on - 1, ArrowRight: on + 1, Home: 0, End: marks.length - 1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        turnOn(Math.min(Math.max(step, 0), marks.length - 1));
      } else if (event.key === 'Escape') {
        turnOn(-1);
      }
    });
  }

  function startInfo(link) {
    const definition = document.querySelector(link.hash);
    const show = () => showTip(definition.querySelector(`p span[lang="${root.lang}"]`).textContent, link);
    link.addEventListener('pointerenter', show);
    link.addEventListener('focus', show);
    link.addEventListener('pointerleave', hideTip);
    link.addEventListener('blur', hideTip);
    link.addEventListener('click', () => { definition.closest('details').open = true; });
    link.addEventListener('keydown', event => event.key === 'Escape' && hideTip());
  }

  // ---- start

  const onClick = (selector, action) => {
    for (const button of all(selector)) {
      button.addEventListener('click', () => action(button));
    }
  };

  onClick('[data-lang]', button => setLanguage(button.dataset.lang));
  onClick('#theme', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; tellTheme(); });
  systemDark.addEventListener('change', tellTheme);
  onClick('#print', () => print());
  all('.plot').forEach(startPlot);
  all('.info').forEach(startInfo);

  // on paper everything is open, but for the long table behind a chart that is there itself
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])').filter(details => !details.closest('.panels'));
    closed.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach(details => { details.open = false; }));

  const currencies = all('section.currency').map(section => section.dataset.currency);
  if (currencies.length) {
    byId('no-script').remove();
    byId('customer-table').hidden = false;
    onClick('[data-show]', button => setCurrency(button.dataset.show));
    onClick('[data-sort]', ({ dataset }) => {
      const same = sort.column === dataset.sort;
      sort = { column: dataset.sort, descending: same ? !sort.descending : !TEXT_COLUMNS.has(dataset.sort) };
      page = 0;
      showCustomers();
    });
    onClick('[data-page]', ({ dataset }) => {
      page = { first: 0, previous: page - 1, next: page + 1, last: Infinity }[dataset.page];
      showCustomers();
    });
    onClick('#download', saveCustomers);
    onClick('#items-download', saveItems);
    onClick('#items-close', () => byId('items').close());
    onClick('#items-more', moreItems);
    byId('search').addEventListener('input', () => { page = 0; showCustomers(); });
    setCurrency(currencies[0]);
  }
  all('.controls, .switch').forEach(controls => { controls.hidden = false; });
  tellTheme();
  setLanguage(root.lang);
})();
