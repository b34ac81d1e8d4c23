#!/usr/bin/python3
# The papers of case work: registers, papers of one family, letters. Each is made of the demo data as a workbook and as
# pages, and every figure is compared with what is counted here from the records that the tool dumps.
import collections
import json
import os
import tempfile

import second_hand

class CasePapers(second_hand.Proof):
    language = "ru"

    def read(self):
        self.records = collections.defaultdict(dict)
        for line in self.tool("dump", self.file).splitlines():
            record = json.loads(line)
            self.records[record["record"]][record["id"]] = record
        self.villages = {lounge["id"]: self.records["settlement"][lounge["settlement_id"]]["name"]
                         for lounge in self.all("lounge")}

    def all(self, record):
        return list(self.records[record].values())

    def name(self, person):
        found = self.records["person"][person]
        return " ".join(filter(None, (found.get("last_name"), found.get("first_name"), found.get("patronymic"))))

    def place(self, family, day):
        """The lounge that a family was of on a day."""
        later = sorted((move["moved_on"], move["from_lounge_id"]) for move in self.all("family_move")
                       if move["family_id"] == family and move["moved_on"] > day)
        return later[0][1] if later else self.records["family"][family]["lounge_id"]

    def data(self, book, name):
        rows = second_hand.rows_of(book[name])
        return [dict(zip(rows[0], row)) for row in rows[1:] if any(cell is not None for cell in row)]

    def says(self, book):
        return "\n".join(str(cell) for sheet in book.worksheets[:1] for row in second_hand.rows_of(sheet) for cell in row
                         if cell is not None)


PERIODS = [("month:2027-03", "2027-03-01", "2027-03-31"), ("quarter:2027-1", "2027-01-01", "2027-03-31"),
           ("year:2026", "2026-01-01", "2026-12-31"), ("month:2027-04", "2027-04-01", "2027-04-30")]
TODAY = second_hand.NOW[:10]


def each(proof):
    """Each period, for the district and for two of its lounges."""
    lounges = [None, *list(proof.villages)[:2]]
    for period, first, last in PERIODS:
        for lounge in lounges:
            words = ["--period", period, *(["--lounge", proof.villages[lounge]] if lounge else [])]
            yield f"{period} {proof.villages.get(lounge, 'район')}", words, first, last, lounge


def check_signals(proof, what, words, first, last, lounge):
    book = proof.book("D-06", *words)
    came = sorted((s for s in proof.all("signal") if first <= s["received_at"][:10] <= last
                   and lounge in (None, s["lounge_id"])), key=lambda s: s["received_at"])
    rows = proof.data(book, "Данные")
    proof.check(f"D-06 {what}: in their order", [row["№"] for row in rows if row["Дата, время"]], [s["no"] for s in came])
    proof.check(f"D-06 {what}: what was told", [row["Суть"] for row in rows if row["Дата, время"]], [s["summary"] for s in came])
    proof.check(f"D-06 {what}: who reported stays with us",
                [s["reporter"] for s in came if s.get("reporter") and s["reporter"] in proof.says(book)], [])
    proof.check(f"D-06 {what}: by source", [total_of(proof, book, "из них без решения", place) for place in (1, 2)],
                [len(came), sum(1 for s in came if s.get("decided_on", "9999") > last)])
    proof.check(f"D-06 {what}: by decision", total_of(proof, book, "Решение", -1, last=True), len(came))
    pages = proof.pages("D-06", *words)
    proof.check(f"D-06 {what}: on pages", [s["summary"] for s in came if s["summary"].replace(" ", "") not in pages], [])


def total_of(proof, book, heading, place, last=False):
    """The figure of the row «Всего» below a heading."""
    rows = second_hand.rows_of(book.worksheets[0])
    starts = [n for n, row in enumerate(rows) if heading in row]
    row = next(row for row in rows[starts[-1 if last else 0]:] if "Всего" in row)
    return [cell for cell in row if cell is not None][place]


def find_figure(book, words):
    rows = second_hand.rows_of(book.worksheets[0])
    return next([cell for cell in row if cell is not None][-1] for row in rows if words in row)


def check_visits(proof, what, words, first, last, lounge):
    book = proof.book("D-10", *words)
    made = [v for v in proof.all("home_visit") if first <= v["visited_at"][:10] <= last
            and lounge in (None, proof.place(v["family_id"], v["visited_at"][:10]))]
    home = [v for v in made if v.get("was_home", True)]
    for words_of, wanted in (("Патронажей (семья была дома)", len(home)),
                             ("Семей посещено, каждая один раз", len({v["family_id"] for v in home})),
                             ("Попыток «не застали», в патронажи не входят", len(made) - len(home))):
        proof.check(f"D-10 {what}: {words_of}", find_figure(book, words_of), wanted)
    rows = proof.data(book, "Данные")
    proof.check(f"D-10 {what}: a row for each", len(rows), len(made))
    proof.check(f"D-10 {what}: who was met",
                sorted(row["Кто присутствовал"].replace("\u00a0", " ") for row in rows if row["Кто присутствовал"]),
                sorted("; ".join(proof.name(met["person_id"]) for met in proof.all("visit_met") if met["visit_id"] == v["id"])
                       for v in made if any(met["visit_id"] == v["id"] for met in proof.all("visit_met"))))


def check_consents(proof, what, words, first, last, lounge):
    book = proof.book("D-05", *words)
    kept = [c for c in proof.all("consent") if c.get("signed_on", "9999") <= last and lounge in (None, c["lounge_id"])
            and (first <= c["signed_on"] or first <= c.get("withdrawn_on", "0") <= last)]
    proof.check(f"D-05 {what}: whose", sorted(row["Чьи данные"].replace("\u00a0", " ") for row in proof.data(book, "Данные")),
                sorted(proof.name(c["subject_id"]) for c in kept))
    proof.check(f"D-05 {what}: signed", total_of(proof, book, "Подписано", 1),
                sum(1 for c in kept if first <= c["signed_on"] <= last))
    proof.check(f"D-05 {what}: withdrawn", total_of(proof, book, "Подписано", 2),
                sum(1 for c in kept if first <= c.get("withdrawn_on", "0") <= last))


def check_papers(proof, what, words, first, last, lounge):
    book = proof.book("D-64", *words)
    came = [p for p in proof.all("incoming_paper") if first <= p["date"] <= last and lounge in (None, p["lounge_id"])]
    sent = [n for n in proof.all("outgoing_notice") if first <= n["date"] <= last and lounge in (None, n["lounge_id"])]
    proof.check(f"D-64 {what}: came", sorted(row["О чём"] for row in proof.data(book, "Данные")), sorted(p["gist"] for p in came))
    proof.check(f"D-64 {what}: sent", sorted(row["Исх. №"] for row in proof.data(book, "Данные, Исходящие")), sorted(n["notice_no"] for n in sent))
    done = [p for p in came if p.get("done_on", "9999") <= last]
    late = [p for p in came if p not in done and p.get("due_on", "9999") < min(last, TODAY)]
    proof.check(f"D-64 {what}: done and late", [find_figure(book, "Поступило"), find_figure(book, "из них исполнено до конца периода"),
                                               find_figure(book, "из них не исполнено, а срок прошёл")],
                [len(came), len(done), len(late)])


# Papers of one family.

HIDDEN = ("threat_abuse", "suicidal")


def plain(text):
    return (text or "").replace("\u00a0", " ")


def check_said(proof, what, said, words):
    proof.check(what, [word for word in words if plain(word) not in plain(said)], [])


def check_not_said(proof, what, said, words):
    proof.check(what, [word for word in words if word and plain(word) in plain(said)], [])


def hidden_labels(proof):
    return [item["label"] for item in proof.all("ref_item") if item.get("list_code") == "family_category" and item.get("code") in HIDDEN]


def check_plan(proof, plan):
    family = proof.records["family"][plan["family_id"]]
    book = proof.book("D-08", "--event", plan["id"])
    said = proof.says(book)
    what = f"D-08 of {family['case_no']}"
    steps = [a for a in proof.all("plan_action") if a["plan_id"] == plan["id"]]
    check_said(proof, f"{what}: problems, steps, aim", said,
               [q["cause"] for q in proof.all("plan_problem") if q["plan_id"] == plan["id"]]
               + [a["title"] for a in steps] + [a["result"] for a in steps if a.get("result")]
               + [plan["goal"], family["case_no"], family["address"]])
    check_said(proof, f"{what}: reviews", said, [r["conclusion"] for r in proof.all("case_review") if r["family_id"] == family["id"]
                                                and plan["since"] <= r["date"] <= plan.get("ended_on", "9999") and r.get("conclusion")])
    check_not_said(proof, f"{what}: what is hidden", said, hidden_labels(proof))
    for period, first, last in PERIODS:
        book = proof.book("D-09", "--event", plan["id"], "--period", period)
        kept = [a for a in steps if a["status"] != "cancelled"]
        told = min(last, TODAY)
        due = [a for a in kept if first <= a["due_to"] <= told or (a["due_to"] < first <= a.get("done_on", "9999"))]
        done = [a for a in due if a.get("done_on", "9999") <= last]
        late = [a for a in due if a["due_to"] < told and a not in done]
        early = [a for a in kept if first <= a.get("done_on", "0") <= last and a["due_to"] > told]
        proof.check(f"D-09 of {family['case_no']} {period}",
                    [find_figure(book, words) for words in ("К сроку в периоде и невыполненные прежних сроков", "из них выполнено",
                                                            "из них просрочено", "Выполнено раньше срока")],
                    [len(due), len(done), len(late), len(early)])
        share = f"{100 * len(done) / len(due):.1f} %".replace(".", ",") if due else "—"
        check_said(proof, f"D-09 of {family['case_no']} {period}: share", proof.says(book), [f"Выполнено {len(done)} из {len(due)}, {share}."])


def check_act(proof, act):
    book = proof.book("D-02", "--event", act["id"])
    said = proof.says(book)
    family = proof.records["family"][act["family_id"]]
    commission = [proof.records["staff"][c["staff_id"]] for c in proof.all("act_commission") if c["act_id"] == act["id"]]
    check_said(proof, f"D-02 of {family['case_no']}: commission", said,
               [proof.records["person"][s["person_id"]]["last_name"] for s in commission] + [s["position"] for s in commission])
    check_said(proof, f"D-02 of {family['case_no']}: who lives there", said,
               [proof.name(m["person_id"]) for m in proof.all("family_member") if m["family_id"] == family["id"]
                and m.get("lives_together", True) and m.get("since", "0") <= act["date"] <= m.get("until", "9999")])
    check_said(proof, f"D-02 of {family['case_no']}: conclusion", said, [act.get("conclusion", "")])
    proof.check(f"D-02 of {family['case_no']}: a refusal is all that is told of it", "Санитарное состояние" in said,
                act["entry_allowed"] == "yes")


def count_members(proof, family, day):
    members = [proof.records["person"][m["person_id"]] for m in proof.all("family_member") if m["family_id"] == family
               and m.get("since", "0") <= day < m.get("until", "9999")]
    members = [p for p in members if p.get("birth_date", "0") <= day < p.get("died_on", "9999")]
    bound = f"{int(day[:4]) - 18}{day[4:]}"
    children = [p for p in members if p.get("birth_date", f"{p.get('birth_year', 0):04d}-01-01") > bound]
    return len(members), len(children)


def check_passport(proof, family):
    day = "2027-03-31"
    book = proof.book("D-01", "--event", family["id"], "--period", f"day:{day}")
    said = proof.says(book)
    proof.check(f"D-01 of {family['case_no']}: members and children",
                (find_figure(book, "Членов семьи"), find_figure(book, "из них детей до 18 лет")), count_members(proof, family["id"], day))
    proof.check(f"D-01 of {family['case_no']}: a row for each", len(proof.data(book, "Данные")), count_members(proof, family["id"], day)[0])
    check_not_said(proof, f"D-01 of {family['case_no']}: what is hidden", said, hidden_labels(proof) + [family.get("relations_note")])
    check_said(proof, f"D-01 of {family['case_no']}: problems", said,
               [q["cause"] for q in proof.all("plan_problem") for p in proof.all("case_plan")
                if q["plan_id"] == p["id"] and p["family_id"] == family["id"]])


def check_memo(proof, visit):
    said = proof.says(proof.book("D-67", "--event", visit["id"]))
    check_said(proof, "D-67: what was agreed, whom to call", said, [visit.get("recommendations", ""), "112", "8-800-2000-122"])
    check_not_said(proof, "D-67: no category", said, [item["label"] for item in proof.all("ref_item")
                                                     if item.get("list_code") == "family_category" and item["code"] != "other"])


def check_protocol(proof, protocol):
    said = proof.says(proof.book("D-50", "--event", protocol["id"]))
    check_said(proof, f"D-50 no. {protocol['no']}", said,
               [protocol["agenda"], protocol["attendees"]] + [d["decision"] for d in proof.all("meeting_decision")
                                                              if d["protocol_id"] == protocol["id"]])


def some(records, number):
    """A few of them, of the whole length."""
    return records[::max(1, len(records) // number)][:number + 1]


def check_families(proof):
    for plan in some(proof.all("case_plan"), 4):
        check_plan(proof, plan)
    for act in proof.all("living_conditions_act"):
        check_act(proof, act)
    for family in some([f for f in proof.all("family") if f["case_status"] == "active"], 4):
        check_passport(proof, family)
    for visit in some(proof.all("home_visit"), 3):
        check_memo(proof, visit)
    for protocol in proof.all("meeting_protocol"):
        check_protocol(proof, protocol)


# Letters and forms: one of each kind is put into the file.

KINDS = {"join": "взять её на сопровождение", "service": "Прошу оказать моей семье помощь", "mentor_request": "закрепить за моей семьёй наставника",
         "mentor_candidate": "реестр наставников", "volunteer": "в число волонтёров", "patrol_member": "в общественный патруль",
         "club_join": "в клубное формирование", "exit": "Прошу прекратить сопровождение"}
TITLES = {"processing": "СОГЛАСИЕ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ",
          "special": "СОГЛАСИЕ НА ОБРАБОТКУ СПЕЦИАЛЬНЫХ КАТЕГОРИЙ ПЕРСОНАЛЬНЫХ ДАННЫХ",
          "transfer": "СОГЛАСИЕ НА ПЕРЕДАЧУ ПЕРСОНАЛЬНЫХ ДАННЫХ", "dissemination": "СОГЛАСИЕ НА РАСПРОСТРАНЕНИЕ ПЕРСОНАЛЬНЫХ ДАННЫХ",
          "photo": "СОГЛАСИЕ НА СЪЁМКУ И ИСПОЛЬЗОВАНИЕ ИЗОБРАЖЕНИЯ", "sms": "СОГЛАСИЕ НА СООБЩЕНИЯ НА ТЕЛЕФОН"}


def put_letters(proof):
    """An application and a consent of each kind, as the tool loads them."""
    sample = next(a for a in proof.all("written_application") if a.get("decision") == "granted")
    lines = [{**{field: sample[field] for field in ("lounge_id", "person_id", "family_id")}, "record": "written_application",
              "no": f"9{n}", "date": "2027-03-10", "kind": kind} for n, kind in enumerate(KINDS)]
    consent = next(c for c in proof.all("consent") if c["kind"] == "processing" and c["signer_capacity"] == "parent")
    lines += [{**{field: value for field, value in consent.items() if field != "id"}, "no": f"99{n}", "kind": kind,
               "signed_on": "2027-03-10"} for n, kind in enumerate(TITLES) if kind != "transfer"]
    proof.tool("load", proof.file, text="\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    proof.read()


def check_application(proof, application):
    book = proof.book("D-03", "--event", application["id"])
    said = proof.says(book)
    what = f"D-03, {application['kind']}"
    check_said(proof, f"{what}: who asks, for what", said,
               [proof.name(application["person_id"]), application.get("text") or KINDS[application["kind"]]])
    if not application.get("text"):
        check_not_said(proof, f"{what}: nothing of another kind", said,
                       [words for kind, words in KINDS.items() if kind != application["kind"]])
    notice = proof.says(proof.book("D-61a", "--event", application["id"]))
    decision = application.get("decision")
    proof.check(f"{what}: the notice tells the decision and no other",
                ("положительное решение" in notice, "решение отказать" in notice), (decision == "granted", decision == "refused"))


def check_consent(proof, consent):
    book = proof.book("D-04", "--event", consent["id"])
    said = proof.says(book)
    what = f"D-04, {consent['kind']}"
    proof.check(f"{what}: its title", TITLES[consent["kind"]] in said, True)
    points = [line[0] for line in said.splitlines() if line[:2] in [f"{n}." for n in range(1, 10)]]
    proof.check(f"{what}: points of the law in their order", "".join(points), "123456789")
    ticked = sum(len(consent[field].split(",")) for field in ("purpose", "data_list", "actions"))
    proof.check(f"{what}: boxes", (said.count("☑"), said.count("☐")), (ticked, 6 + 15 + 13 - ticked))
    check_said(proof, f"{what}: whose, by whom, to whom, for how long", said,
               [proof.name(consent["subject_id"]), proof.name(consent["signer_id"]), consent["withdrawal_way"],
                consent.get("until_event", "")] + [proof.records["organisation"][r["organisation_id"]]["full_name"]
                                                   for r in proof.all("consent_receiver") if r["consent_id"] == consent["id"]])
    proof.check(f"{what}: one sheet", count_pages(proof, "D-04", "--event", consent["id"]) <= 1, True)
    person = proof.records["person"][consent["subject_id"]]
    if not person.get("doc_no"):
        proof.check(f"{what}: what nobody knows is a line", "вид ____" in said, True)


def count_pages(proof, *words):
    path = os.path.join(proof.folder, "pages.pdf")
    proof.tool("report", proof.file, *words, "--replace", "-o", path)
    return int(next(line.split()[1] for line in proof.run("pdfinfo", path).stdout.splitlines() if line.startswith("Pages:")))


def check_letters(proof):
    put_letters(proof)
    for kind in KINDS:
        check_application(proof, [a for a in proof.all("written_application") if a["kind"] == kind][-1])
    for kind in TITLES:
        check_consent(proof, [c for c in proof.all("consent") if c["kind"] == kind][-1])
    blank = proof.says(proof.book("D-04", "--blank"))
    proof.check("D-04, blank: every box is empty", (blank.count("☑"), blank.count("☐")), (0, 6 + 15 + 13))
    proof.check("D-03, blank: a box for each kind", proof.says(proof.book("D-03", "--blank")).count("☐"), len(KINDS))
    for family in some([f for f in proof.all("family") if f["case_status"] == "active"], 3):
        check_case_letters(proof, family)
    for staff in some(sorted({f["curator_id"] for f in proof.all("family") if f.get("curator_id")}), 2):
        check_handing_over(proof, staff)
    check_special(proof)
    check_own_text(proof)


def check_case_letters(proof, family):
    first, last = "2026-01-01", "2026-12-31"
    what = family["case_no"]
    visits = [v for v in proof.all("home_visit") if v["family_id"] == family["id"]]
    home = [v["visited_at"][:10] for v in visits if v.get("was_home", True)]
    away = [v["visited_at"][:10] for v in visits if not v.get("was_home", True)]
    talks = [c["contacted_at"][:10] for c in proof.all("contact_record") if c["family_id"] == family["id"] and c.get("reached", True)]
    gifts = [d["date"] for d in proof.all("distribution") if d.get("family_id") == family["id"] and d["status"] == "issued"]
    members = [m for m in proof.all("family_member") if m["family_id"] == family["id"]]
    events = {e["id"]: e["starts_at"][:10] for e in proof.all("event") if e["status"] == "held"}
    came = [events[a["event_id"]] for a in proof.all("attendance") if a["event_id"] in events and a["status"] in ("checked_in", "walk_in")
            and a.get("role", "guest") in ("guest", "parent")
            and any(m["person_id"] == a["person_id"] and m.get("since", "0") <= events[a["event_id"]] <= m.get("until", "9999")
                    for m in members)]
    book = proof.book("D-59", "--event", family["id"], "--period", "year:2026")
    wanted = [sum(first <= day <= last for day in days) for days in (home, away, talks, came, gifts)]
    proof.check(f"D-59 of {what}", [find_figure(book, words) for words in
                                    ("Патронажей (семья была дома)", "Попыток патронажа («не застали»)", "Звонков и разговоров",
                                     "Посещений мероприятий членами семьи", "Выдач вещей и продуктов")], wanted)
    book = proof.book("D-13", "--event", family["id"], "--period", "day:2026-12-31")
    proof.check(f"D-13 of {what}", [find_figure(book, words) for words in
                                    ("Патронажей (семья была дома)", "Звонков и разговоров", "Выдач вещей и продуктов")],
                [sum(day <= last for day in days) for days in (home, talks, gifts)])
    for code in ("D-59", "D-13", "D-61"):
        words = ["--period", "year:2026"] if code == "D-59" else ["--period", "day:2026-12-31"]
        check_not_said(proof, f"{code} of {what}: what is hidden", proof.says(proof.book(code, "--event", family["id"], *words)),
                       hidden_labels(proof) + [family.get("relations_note")])
    people = {m["person_id"] for m in members if m.get("since", "0") <= last}
    papers = [a["date"] for a in proof.all("written_application") if a.get("family_id") == family["id"]]
    papers += [c["signed_on"] for c in proof.all("consent") if c["subject_id"] in people and c.get("signed_on")]
    papers += [c["withdrawn_on"] for c in proof.all("consent") if c["subject_id"] in people and c.get("withdrawn_on")]
    papers += [a["date"] for a in proof.all("living_conditions_act") if a["family_id"] == family["id"]]
    papers += [p.get("approved_on", p["since"]) for p in proof.all("case_plan") if p["family_id"] == family["id"] and p["status"] != "draft"]
    papers += [r["on_date"] for r in proof.all("register_entry") if r.get("family_id") == family["id"] and r.get("on_decision_no")]
    papers += [p["date"] for record in ("incoming_paper", "outgoing_notice", "meeting_protocol") for p in proof.all(record)
               if p.get("family_id") == family["id"]]
    papers += gifts + [n["issued_on"] for n in proof.all("rental_loan") if n.get("family_id") == family["id"]]
    book = proof.book("D-60", "--event", family["id"], "--period", "day:2026-12-31")
    proof.check(f"D-60 of {what}: as many papers as there are", len(proof.data(book, "Данные")), sum(day <= last for day in papers))


def check_handing_over(proof, staff):
    book = proof.book("D-69", "--event", staff, "--period", "day:2027-04-10")
    families = [f for f in proof.all("family") if f.get("curator_id") == staff and f["case_status"] not in ("closed", "rejected", "transferred")]
    plans = {p["id"] for p in proof.all("case_plan") if not p.get("ended_on") and p["family_id"] in {f["id"] for f in families}}
    steps = [a for a in proof.all("plan_action") if a["plan_id"] in plans and a["status"] in ("planned", "in_progress")]
    tasks = [t for t in proof.all("task") if t.get("staff_id") == staff and not t.get("done_on")]
    rows = proof.data(book, "Данные")
    proof.check("D-69: families", sorted(row["№ дела"] for row in rows if row["Семья"]), sorted(f["case_no"] for f in families))
    proof.check("D-69: steps", (sum(row["Мероприятий не закончено"] for row in rows), len(proof.data(book, "Данные, Мероприятия"))),
                (len(steps), len(steps)))
    proof.check("D-69: tasks", sorted(row["Задача"] for row in proof.data(book, "Данные, Задачи")), sorted(t["title"] for t in tasks))


def check_special(proof):
    """Signs of danger are printed while a consent to special data is in force; else there is a line for the pen."""
    special = next(c for c in proof.all("consent") if c["kind"] == "special")
    allowed = next(m["family_id"] for m in proof.all("family_member") if m["person_id"] == special["subject_id"])
    other = next(f["id"] for f in proof.all("family") if f["case_status"] == "active" and f["id"] != allowed)
    signs, staff = "Открытая проводка у кроватки", [s["id"] for s in proof.all("staff")][:2]
    acts = [{"record": "living_conditions_act", "id": str(990000000000 + n), "family_id": family, "no": f"77{n}", "date": "2027-03-20",
             "kind": "repeat", "address": "Адрес", "entry_allowed": entry, **more}
            for n, (family, entry, more) in enumerate((
                (allowed, "yes", {"sanitary": "fair", "danger": True, "danger_signs": signs, "conclusion": "Заключение"}),
                (other, "yes", {"sanitary": "fair", "danger": True, "danger_signs": signs, "conclusion": "Заключение"}),
                (other, "refused", {})))]
    acts += [{"record": "act_commission", "act_id": act["id"], "staff_id": one} for act in acts for one in staff]
    proof.tool("load", proof.file, text="\n".join(json.dumps(act, ensure_ascii=False) for act in acts))
    proof.read()
    for act, wanted in zip(acts, (True, False, False)):
        said = proof.says(proof.book("D-02", "--event", act["id"]))
        proof.check(f"D-02 no. {act['no']}: signs of danger", signs in said, wanted)
        proof.check(f"D-02 no. {act['no']}: what the commission saw", ("Санитарное состояние" in said, "отказалась впустить" in said),
                    (act["entry_allowed"] == "yes", act["entry_allowed"] == "refused"))


def check_own_text(proof):
    """A text that the club has written for itself is printed, and nothing is built for it."""
    folder = os.path.join(proof.folder, "data", "doverie", "documents")
    os.makedirs(folder)
    application = next(a for a in proof.all("written_application") if a["kind"] == "volunteer")
    with open(os.path.join(os.environ["DOVERIE_DATADIR"], "documents", "D-03.document"), encoding="utf-8") as file:
        own = file.read().replace("Прошу принять меня в число волонтёров площадки.", "Хочу помогать площадке «Ромашка».")
    with open(os.path.join(folder, "D-03.document"), "w", encoding="utf-8") as file:
        file.write(own)
    os.environ["XDG_DATA_HOME"] = os.path.join(proof.folder, "data")
    said = proof.says(proof.book("D-03", "--event", application["id"]))
    proof.check("D-03: a text of the club's own", ("«Ромашка»" in said, KINDS["volunteer"] in said), (True, False))


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = CasePapers(folder)
        proof.tool("demo", proof.file)
        proof.read()
        proof.check("there is something to count",
                    [record for record in ("signal", "home_visit", "consent", "incoming_paper", "outgoing_notice", "case_plan")
                     if not proof.records[record]], [])
        for case in each(proof):
            for check in (check_signals, check_visits, check_consents, check_papers):
                check(proof, *case)
        check_families(proof)
        check_letters(proof)
        proof.end()


main()
