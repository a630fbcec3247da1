"""The published tables: each with its key and its columns.
Schemas, dictionary and data package come from here.
"""

from __future__ import annotations

import pyarrow as pa

from schemas import columns as c
from schemas.columns import amount, choice, count, flag, moment, points, text, texts
from schemas.kinds import (
    CellRole,
    CorrectionKind,
    CorrectionState,
    DocumentStatus,
    Engine,
    FactStatus,
    PartKind,
    Role,
    RowKind,
    UnitSource,
    Vote,
)
from schemas.published_table import PublishedTable
from schemas.tables_of_proof import CHECKS, DUPLICATES, FINDINGS

DOCUMENTS = PublishedTable(
    "documents",
    "A PDF or Markdown file ingested.",
    ("document_id",),
    (
        c.DOCUMENT_ID,
        c.SHA256,
        c.FILE_NAME.required(),
        c.SOURCE_URI,
        text("municipality", "The municipality as its name is written (“Borås Stad”)."),
        text(
            "municipality_code", "Statistics Sweden's four-digit code; null outside Sweden or where unknown."
        ),
        text("body", "The body that met or that the document is from (“Kommunstyrelsen”)."),
        c.Column("meeting_date", pa.date32(), "The day of the meeting."),
        text(
            "meeting_id",
            "One for all files of one meeting (“boras-stad/kommunstyrelsen/2024-06-17”).",
        ),
        text(
            "title", "The document's title: of the § where the file is one extract, else of its first part."
        ),
        text("diary_number", "Diary number without “Dnr”."),
        count("page_count", "Number of sheets; 0 for Markdown, which has none.").required(),
        c.TEXT_SOURCE,
        text("language", "Language of the text (ISO 639-1); null where there is too little text to tell."),
        text("producer", "The program that wrote the PDF, from its metadata."),
        choice("status", DocumentStatus, "{values}; partial where sheets could not be read.").required(),
        c.WARNINGS,
        c.WARNING_CODES,
        moment("ingested_at", "When the bytes first came in; set once.").required(),
        text("extractor_version", "Version of the extractors that read it.").required(),
    ),
)
PAGES = PublishedTable(
    "pages",
    "A sheet of a PDF; Markdown has none.",
    ("document_id", "page"),
    (
        c.DOCUMENT_ID,
        c.PAGE.required(),
        c.PART_ID,
        points("width", "Width as a person sees it (rotation applied)."),
        points("height", "Height as a person sees it (rotation applied)."),
        count("rotation", "The sheet's /Rotate, clockwise.", "degrees"),
        text("printed_page", "The page number printed on it (“Sida 3(28)”), as printed."),
        c.TEXT_SOURCE,
        flag("is_blank", "True where nothing is printed on the sheet.").required(),
        c.WARNINGS,
        c.WARNING_CODES,
    ),
)
PARTS = PublishedTable(
    "parts",
    "A document inside the file.",
    ("part_id",),
    (
        c.PART_ID.required(),
        c.DOCUMENT_ID,
        count("part_index", "Order in the file, from 0.").required(),
        choice("kind", PartKind).required(),
        text("title", "The part's own title."),
        c.FIRST_PAGE,
        c.LAST_PAGE,
        text("evidence", "Why the part was cut here, in words."),
    ),
)
SECTIONS = PublishedTable(
    "sections",
    "A heading and what stands under it, to the next heading.",
    ("section_id",),
    (
        c.SECTION_ID.required(),
        c.DOCUMENT_ID,
        c.PART_ID,
        count("section_index", "Order in the document, from 0.").required(),
        text("parent_id", "The section it stands under; null at the top."),
        text("number", "Printed number (“5.3.1”); null where there is none."),
        text("heading", "The heading without its number.").required(),
        count("level", "1 is the highest.").required(),
        c.FIRST_PAGE,
        c.LAST_PAGE,
    ),
)
CONTENTS = PublishedTable(
    "contents",
    "An entry of a contents list or a list of matters.",
    ("document_id", "entry_index"),
    (
        c.DOCUMENT_ID,
        count("entry_index", "Order in the document, from 0.").required(),
        c.PART_ID,
        text("number", "Number of the chapter or § that it names, as printed (“3.1”, “§ 142”)."),
        text("text", "The heading as the list prints it, without number and page.").required(),
        text("printed_page", "The page it says; null where it says none."),
        c.SECTION_ID.named("section_id", "The section that it names; null where none was found."),
        c.PAGE,
        *c.BOX,
    ),
)
PARAGRAPHS = PublishedTable(
    "paragraphs",
    "A paragraph, list item or note under a table, hyphenation undone.",
    ("paragraph_id",),
    (
        c.PARAGRAPH_ID.required(),
        c.DOCUMENT_ID,
        c.PART_ID,
        c.SECTION_ID,
        count("paragraph_index", "Order in the document, from 0.").required(),
        text("text", "The text, whole over page breaks.").required(),
        c.PAGE,
        *c.BOX,
        texts("correction_ids", "The corrections of words in it; keys of `corrections`."),
    ),
)
DECISIONS = PublishedTable(
    "decisions",
    "One §.",
    ("decision_id",),
    (
        c.DECISION_ID.required(),
        c.DOCUMENT_ID,
        c.PART_ID,
        c.SECTION_ID,
        text("paragraph", "Number of the §, without the sign (“208”).").required(),
        text("diary_number", "Diary number without “Dnr”; the first of several."),
        texts("diary_numbers", "All diary numbers in its head, the first included."),
        text("title", "Title of the matter.").required(),
        text("body", "The body that decided."),
        texts("decision_text", "What was decided, one entry a paragraph or list item, as printed."),
        text("proposed_to", "The body that it proposes is to decide; null where it decides itself."),
        texts("proposals", "Proposals (yrkanden), one entry a paragraph."),
        texts("protocol_notes", "Notes to the protocol, one entry a paragraph."),
        texts("reservations", "Reservations, one entry a paragraph."),
        texts("attachments", "Documents the decision rests on or encloses, one entry each."),
        count("votes_yes", "Yes votes of its last vote; null if no vote was taken."),
        count("votes_no", "No votes; null if no vote was taken."),
        count("votes_abstain", "Abstentions; null if no vote was taken."),
        c.FIRST_PAGE,
        c.LAST_PAGE,
    ),
)
PEOPLE = PublishedTable(
    "people",
    "A person in a role at a place.",
    ("document_id", "person_index"),
    (
        c.DOCUMENT_ID,
        count("person_index", "Order in the document, from 0.").required(),
        c.DECISION_ID,
        text(
            "person_id",
            "One for one person wherever named: of municipality (else body), name in any order, and party.",
        ).required(),
        text("name", "The name as printed, without party or title.").required(),
        text("party", "Party letters as printed (“M”); null if none."),
        choice("role", Role),
        choice("vote", Vote, "{values}; null if none."),
        c.PAGE,
    ),
)
VOTES = PublishedTable(
    "votes",
    "A vote under a §.",
    ("vote_id",),
    (
        text("vote_id", "The vote.").required(),
        c.DECISION_ID.required(),
        c.DOCUMENT_ID,
        count("vote_index", "Order under its §, from 0.").required(),
        text("question", "What was voted on, as printed (“Ja för bifall …”); null where nothing says it."),
        count("yes", "Yes votes.").required(),
        count("no", "No votes.").required(),
        count("abstain", "Abstentions.").required(),
        text("result", "The sentence that says how it ended; null where none does."),
        c.PAGE,
    ),
)
TABLES = PublishedTable(
    "tables",
    "A logical table, continued sheets joined.",
    ("table_id",),
    (
        c.TABLE_ID,
        c.DOCUMENT_ID,
        c.PART_ID,
        c.SECTION_ID,
        count("table_index", "Order in the document, from 0.").required(),
        text("title", "Its title or caption, else the heading it stands under."),
        c.UNIT.named("unit", "Unit of most of its value columns; null where none holds for most."),
        choice("unit_source", UnitSource, "Where it stands: {values}; null if nowhere."),
        texts(
            "column_labels", "Labels of the value columns, wrapped words joined, nested headers as “A / B”."
        ),
        c.FIRST_PAGE,
        c.LAST_PAGE,
        count("n_rows", "Number of rows, header rows included.").required(),
        count("n_columns", "Number of columns, the label column included.").required(),
        choice("engine", Engine, "What read it: {values}.").required(),
        c.Column("confidence", pa.float64(), "How sure the reading is, 0 to 1."),
    ),
)
CELLS = PublishedTable(
    "cells",
    "A cell of a logical table, headers included, nothing dropped.",
    ("table_id", "row", "column"),
    (
        c.TABLE_ID,
        c.ROW,
        c.COLUMN,
        count("row_span", "Rows it covers; 1 where it spans nothing.").required(),
        count("column_span", "Columns it covers; 1 where it spans nothing.").required(),
        c.DOCUMENT_ID,
        choice("role", CellRole).required(),
        text("text", "The characters as printed.").required(),
        c.PAGE,
        *c.BOX,
        c.CORRECTION_ID,
        c.RAW_READ,
    ),
)
FACTS = PublishedTable(
    "facts",
    "A number printed in a table, tidy.",
    ("fact_id",),
    (
        text("fact_id", "The fact.").required(),
        c.DOCUMENT_ID,
        c.TABLE_ID,
        c.ROW,
        c.COLUMN,
        text("group_label", "The group row it stands under; null if none."),
        text("row_label", "The row's label, footnote marks left out.").required(),
        text(
            "row_code", "The account or project number in a column of its own beside the label; null if none."
        ),
        choice("row_kind", RowKind).required(),
        text("column_label", "One of the table's `column_labels`.").required(),
        text("measure", "bokslut, utfall, budget, prognos, plan, mål, …; null where the header names none."),
        count("year", "The year the column or row is about."),
        c.RAW,
        amount("value", "The number, with the sign as printed, in the printed unit.").required(),
        c.UNIT.named("unit", "The unit that holds for this cell."),
        c.VALUE_SEK,
        choice("status", FactStatus).required(),
        c.PAGE,
        *c.BOX,
        c.CORRECTION_ID,
        c.RAW_READ,
    ),
)
AMOUNTS = PublishedTable(
    "amounts",
    "An amount of money or a percentage in running text.",
    ("amount_id",),
    (
        text("amount_id", "The amount.").required(),
        c.DOCUMENT_ID,
        c.PARAGRAPH_ID,
        c.RAW,
        amount("value", "The number in the printed unit; null for a range."),
        c.UNIT.required(),
        c.VALUE_SEK,
        flag("approximate", "True after “ca”, “cirka”, “ungefär” and the like.").required(),
        c.PAGE,
        *c.BOX,
    ),
)
CORRECTIONS = PublishedTable(
    "corrections",
    "What a person says is printed where something else was read, and what became of it in this release.",
    ("correction_id",),
    (
        c.CORRECTION_ID.named("correction_id", "The correction.").required(),
        c.DOCUMENT_ID,
        choice(
            "kind",
            CorrectionKind,
            "{values}; empty where nothing tells. strike: nothing is printed there; no_fact: what is "
            "printed is no figure; header: it heads its column; unit: a table's; from municipality on: the "
            "document's.",
        ).required(),
        choice(
            "state",
            CorrectionState,
            "{values}. agreed: the extractors read the same by themselves; contradicted: by another "
            "correction; refused: a sound text layer says otherwise; from not_found to refused nothing is "
            "changed.",
        ).required(),
        c.SAYS,
        text(
            "target_id",
            "What it changed: a fact_id (a cell's too), paragraph_id, section_id, table_id or column.",
        ),
        text("row_label", "The label of the row it names; empty if none.").required(),
        text("column_label", "The label of the column it names; empty if none.").required(),
        c.RAW_READ.named("raw_read", "What was read there when the correction was written.").required(),
        text("raw_now", "What the extractors of this release read there; null where it was not found."),
        text("raw_corrected", "The characters as printed; empty where nothing is.").required(),
        text("corrected_by", "Who wrote it; null if not said."),
        moment("corrected_at", "When it was written; null if not said."),
        text("reason", "Why, in the writer's words; null if not said."),
        flag(
            "despite_text_layer", "True where it stands although a sound text layer may say otherwise."
        ).required(),
        c.PAGE,
        *c.BOX,
    ),
)
QUARANTINE = PublishedTable(
    "quarantine",
    "A file that could not be ingested.",
    ("sha256",),
    (
        c.SHA256,
        c.FILE_NAME,
        c.SOURCE_URI,
        text("reason", "A stable code.").required(),
        c.SAYS,
        moment("first_seen", "When it first came in; set once.").required(),
    ),
)
WORDS = PublishedTable(
    "words",
    "A word of a sheet that OCR has read: what the file itself has no text for. "
    "Disputed characters are “\ufffd”.",
    ("document_id", "word_index"),
    (
        c.DOCUMENT_ID,
        count("word_index", "Order in the document, from 0.").required(),
        text("text", "The characters as read.").required(),
        c.PAGE.required(),
        *c.BOX,
    ),
)

TABLES_OF_RELEASE = (
    DOCUMENTS, PAGES, PARTS, SECTIONS, PARAGRAPHS, DECISIONS, PEOPLE, TABLES, CELLS, FACTS, AMOUNTS,
    DUPLICATES, CHECKS, FINDINGS, VOTES, CONTENTS, QUARANTINE, WORDS, CORRECTIONS,
)  # fmt: skip
