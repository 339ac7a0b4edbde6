/**
 * Exports of invoices and payments as CSV files, read into a {@link io.receivables.core.ledger.Ledger} by {@link
 * io.receivables.files.CsvLedgerReader} and written by {@link io.receivables.files.CsvLedgerWriter}. This page is the
 * description of the format.
 *
 * <h2>The mapping document</h2>
 *
 * A file whose headers are the names in the tables below needs none. Otherwise a JSON document ({@link
 * io.receivables.files.CsvMapping}) says which header holds what, and how the file is written. All keys are optional:
 *
 * <pre>{@code
 * {
 *   "columns":         {"invoice_id": "Invoice No", "amount": "Total", "issue_date": "Dated"},
 *   "constants":       {"currency": "EUR"},
 *   "dateFormats":     ["yyyy-MM-dd", "dd/MM/yyyy"],
 *   "decimal":         ".",
 *   "delimiter":       ",",
 *   "quote":           "\"",
 *   "encoding":        "UTF-8",
 *   "negativeAmount":  "credit-note",
 *   "missingDueDate":  "reject",
 *   "types":           {"DR": "INVOICE", "DG": "CREDIT_NOTE", "DZ": "PAYMENT", "Draft": "IGNORED"},
 *   "paymentRows":     "negative",
 *   "headings":        "customer_name",
 *   "openOn":          "2026-06-30",
 *   "payments":        {"columns": {"date": "Paid on"}, "dateFormats": ["dd.MM.yyyy"]}
 * }
 * }</pre>
 *
 * <ul>
 *   <li>The values shown for {@code dateFormats} to {@code missingDueDate} and for {@code paymentRows} are the defaults.
 *       There are none for {@code types}, {@code headings} and {@code openOn}.
 *   <li>{@code payments} has the same keys for the payment file. {@code dateFormats}, {@code decimal}, {@code delimiter},
 *       {@code quote} and {@code encoding} that it leaves out are those of the invoice file, and so is a constant for the
 *       currency; columns and other constants are not inherited. ({@code negativeAmount} to {@code openOn} but for
 *       {@code headings} have no meaning for payments.)
 *   <li>Headers match after trimming, in capitals or not. A header that {@code columns} gives to one field is not also
 *       taken as the canonical header of another. A mapped header that is not in the file, a mandatory field without a
 *       column, an unknown key or field: a {@link io.receivables.files.CsvException} that names it and the nearest one.
 *   <li>A constant stands in for a missing column and for blank cells of an existing one. The identifier of the row
 *       itself cannot be a constant.
 *   <li>{@code decimal} is {@code "."} or {@code ","}; {@code delimiter} one character, {@code "\t"} for tabs; {@code quote} one
 *       character, {@code ""} for a file in which a quotation mark is a character like others. A byte
 *       order mark at the start of the file is skipped and wins over {@code encoding}.
 *   <li>{@code dateFormats} are patterns of {@link java.time.format.DateTimeFormatter}, tried in order, strictly: 31/02 is
 *       refused. {@code d} and {@code M} alone take one or two digits; names of months are English, French or German; a time of
 *       day may be part of the pattern and is ignored. {@code y} means the calendar year. Years are 1900 to 9999.
 *   <li>{@code types} says what the texts of the type column mean, beside {@code INVOICE}, {@code CREDIT_NOTE}, {@code
 *       DEBIT_NOTE}, {@code PAYMENT} and {@code IGNORED}. Capitals do not matter. A row of type {@code PAYMENT} is money
 *       received and not yet applied: the row's identifier, customer, date and amount, which has the sign that {@code
 *       paymentRows} says ({@code negative} or {@code positive}). A row of type {@code IGNORED} is passed over.
 *   <li>{@code headings}: a row with a single filled cell gives this field ({@code customer_id}, {@code customer_name} or
 *       another text) to the rows after it, where their own cell is blank or the column missing.
 *   <li>{@code openOn}: the day at whose end what the column {@code open_amount} says held; needed with that column, here or
 *       from {@link io.receivables.files.CsvLedgerReader#openOn}.
 * </ul>
 *
 * <h2>Invoice file</h2>
 *
 * <table>
 * <caption>Fields of an invoice file</caption>
 * <tr><th>field</th><th></th><th>meaning</th></tr>
 * <tr><td>{@code invoice_id}</td><td>mandatory</td><td>the document's number, unique in all invoice files</td></tr>
 * <tr><td>{@code customer_id}</td><td>mandatory</td><td>who owes; {@code customer_name} serves where this column is missing</td></tr>
 * <tr><td>{@code customer_name}, {@code country}, {@code segment}</td><td></td><td>of the customer: the first value that is not
 *     blank counts, one that differs later is a warning (once per customer and field)</td></tr>
 * <tr><td>{@code type}</td><td></td><td>{@code INVOICE} (also where blank or missing), {@code CREDIT_NOTE}, {@code DEBIT_NOTE},
 *     {@code PAYMENT}, {@code IGNORED}, or a text that {@code types} has</td></tr>
 * <tr><td>{@code status}</td><td></td><td>a row whose status {@code types} makes {@code IGNORED} is passed over; other statuses say
 *     nothing</td></tr>
 * <tr><td>{@code issue_date}</td><td>mandatory</td><td>the day from which the document counts</td></tr>
 * <tr><td>{@code due_date}</td><td>mandatory</td><td>unless {@code missingDueDate} is {@code issue-date}, which takes the issue
 *     date where it is blank or the column is missing; before the issue date: a warning</td></tr>
 * <tr><td>{@code delivery_date}, {@code posting_date}</td><td></td><td>the posting date is the issue date where blank</td></tr>
 * <tr><td>{@code currency}</td><td>mandatory</td><td>ISO 4217 code; where the column is missing, the constant, or else the default
 *     currency that the caller gave</td></tr>
 * <tr><td>{@code amount}</td><td>mandatory</td><td>tax-inclusive. Below zero the row is a credit note of that size, whatever its
 *     type, or rejected ({@code negativeAmount}). Zero is accepted</td></tr>
 * <tr><td>{@code credit_amount}</td><td></td><td>of files with a column for debits and one for credits: what is taken off the amount, which
 *     may then be blank</td></tr>
 * <tr><td>{@code open_amount}</td><td></td><td>what of the amount was still open on {@code openOn}: a payment ({@code settled/ID}) is
 *     added over the rest, less what payments of the payment file that name the invoice have paid by then, on the {@code
 *     settled_date} or else on {@code openOn}; for a credit note a refund. Of another sign than the amount: more than all
 *     was paid. Of a row of type {@code PAYMENT} only what is open counts, since the invoices state what the rest has
 *     paid</td></tr>
 * <tr><td>{@code tax_amount}</td><td></td><td>the tax within the amount, of the same sign, not above it</td></tr>
 * <tr><td>{@code settled_date}</td><td></td><td>paid in full that day: a payment ({@code settled/ID}) is added over what payments of
 *     the payment file that name the invoice have left open by then; for a credit note a refund. A row of type {@code PAYMENT}
 *     with such a date has been applied to invoices that have one too, and is passed over</td></tr>
 * <tr><td>{@code disputed}</td><td></td><td>yes or no, true, false, 1, 0, y, n, oui, non, vrai, faux, x; blank is no. Yes opens a
 *     dispute of the whole document on its issue date; on a credit note it is ignored with a warning</td></tr>
 * <tr><td>{@code reference}, {@code terms}</td><td></td><td>as written on the document</td></tr>
 * </table>
 *
 * <h2>Payment file</h2>
 *
 * <table>
 * <caption>Fields of a payment file</caption>
 * <tr><th>field</th><th></th><th>meaning</th></tr>
 * <tr><td>{@code payment_id}</td><td></td><td>unique in all payment files; made from the file's name and the line where the column
 *     is missing</td></tr>
 * <tr><td>{@code invoice_id}, {@code customer_id}</td><td>one of them</td><td>the document paid, as far as it is open: what exceeds
 *     it is unapplied cash, with a warning. An unknown document: unapplied cash of the customer with a warning, rejected
 *     where no customer is named. The customer alone: unapplied cash. A customer other than the document's: a warning</td></tr>
 * <tr><td>{@code date}</td><td>mandatory</td><td>the day from which the money counts</td></tr>
 * <tr><td>{@code currency}</td><td></td><td>where the column is missing, the document's, or else the constant or default</td></tr>
 * <tr><td>{@code amount}</td><td>mandatory</td><td>above zero: money that went back is a reversal, which CSV does not hold</td></tr>
 * <tr><td>{@code reference}</td><td></td><td>what the payer stated</td></tr>
 * </table>
 *
 * <h2>Cells and rows</h2>
 *
 * <ul>
 *   <li>Amounts are exact: {@code 5442.09000} loses its zeros, {@code 5442.091} EUR is rejected. Groups of three digits may
 *       be separated by a space, an apostrophe or the one of {@code .} and {@code ,} that is not the decimal sign: {@code
 *       1,234.50}, Indian {@code 12,34,567.00}. Below zero is a minus before or after the number, parentheses, or {@code CR}
 *       after it. A currency sign or code may stand at either end; one that contradicts the row's currency rejects the row:
 *       {@code $5} may be Canadian or American, {@code US$5} only the latter. No exponents.
 *   <li>In a column of dates {@code -}, {@code n/a} and {@code 00/00/0000} are blank, in one of amounts {@code -}.
 *   <li>Cells are trimmed. Identifiers have at most 200 characters, texts 1000. An apostrophe before {@code = + - @} at the
 *       start of a cell is taken for what protects spreadsheets from formulas, and removed; the writer
 *       adds it, so that what it wrote reads back the same.
 *   <li>A row whose values are all the same as those of an accepted row is a <i>duplicate</i>: dropped with a warning,
 *       because the ledger still holds all that the file says. The same identifier with other values is rejected. Where a
 *       payment file has no {@code payment_id}, rows are duplicates when all else is the same.
 *   <li>Rows need as many cells as the header; blank ones beyond it, and rows of nothing but blank cells, are passed over.
 *       A row that cannot be made out, most often because a quote is never closed, is rejected, and reading goes on with
 *       the line after the one on which it starts.
 *   <li>The header is the first of the first 50 rows that has all columns that are needed. Rows above it, and later ones with
 *       a single filled cell of several words, are lines of text. Repeated headers are recognised, and so are totals: rows
 *       without identifier and date of their own that start with a word like {@code Total}, {@code Sous-total} or {@code
 *       Summe}, or hold nothing but amounts. All of these are passed over with a warning. Drawn lines of hyphens and the
 *       like count as blank.
 *   <li>Each row is accepted, rejected, a duplicate or passed over: {@link io.receivables.files.LoadedLedger.Counts}. Each
 *       problem names file, line (from 1, where the row starts), field and value. Rejected rows can be {@linkplain
 *       io.receivables.files.CsvLedgerReader#rejectedRows(java.nio.file.Path, java.util.Locale) written, mended and read again}.
 * </ul>
 *
 * <h2>An unknown file</h2>
 *
 * {@link io.receivables.files.CsvLedgerReader#proposeMapping(java.nio.file.Path)} makes the mapping itself. It reads the file
 * from start to end, in memory that does not grow with it, and finds
 *
 * <ul>
 *   <li>the encoding (byte order mark, UTF-16, UTF-8, otherwise windows-1252, which is to be confirmed), the delimiter (one of
 *       {@code , ; | ^ ~} and tab), the quote, and the header among the first 50 rows;
 *   <li>what each column is for, by some hundred headers in English, French and German (the resource {@code synonyms.txt}) and
 *       by what is in the cells: a header whose cells object is not believed;
 *   <li>how dates and amounts are written, by all rows: one 25/7 decides the order of day and month for all date columns, one
 *       12,50 the decimal sign for all amounts;
 *   <li>what the texts of a type column mean (the resource {@code type-texts.txt}), on which side payments stand, where the
 *       currency is stated, whether customers are headings, and of which day open amounts are.
 * </ul>
 *
 * What the file leaves open is a {@link io.receivables.files.MappingQuestion}, never a guess: 3/4/2013 with no day beyond 12
 * anywhere, 1.234, {@code $}, an amount that may be with or without tax. {@link io.receivables.files.MappingProposal#answer}
 * answers it, a {@link io.receivables.files.MappingHints hint} does so beforehand. Assumptions are questions to confirm,
 * with the answer that was assumed.
 *
 * <h2>Millions of rows</h2>
 *
 * {@link io.receivables.files.ColumnarCsv} reads files with canonical headers straight into columns. It takes over the rows that
 * {@link io.receivables.files.CsvLedgerReader#canonical()} takes over and reports the same problems; its ledger holds no facts.
 *
 * <h2>Memory</h2>
 *
 * Files are read as a stream: what stays is what becomes of their rows, whatever the size of the file and however wide it is.
 * An accepted invoice takes about 1 kB while the ledger is made and 0.4 kB afterwards, one with a settled date or open
 * amount twice as much, as it becomes three facts. Of the text at most 4 million characters, a cell at most 1 million,
 * are held at a time; what is longer is one malformed row. At most 100,000 problems are kept ({@link
 * io.receivables.files.CsvLedgerReader#keepingProblems}), of the others their number.
 */
@NullMarked
package io.receivables.files;

import org.jspecify.annotations.NullMarked;
