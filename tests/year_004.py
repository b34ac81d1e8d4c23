# year_004.py - the half-year of source 004 as lines to load: five villages, their families, programmes, events, drives, patrols
#
# domain.md 1.1 gives the sums; how they fall on villages, and every name, is invented here. No two villages have the
# same number of anything, and much lies beside the year that must not be counted.
import datetime
import json

# Village: its settlement, how it is named, families, programmes, children of families at risk; reports write the last.
VILLAGES = [("l1", "11", "Гремячка", 8, 2, 15), ("l2", "12", "Куршино", 11, 4, 22), ("l3", "13", "Нижняя Тойма", 14, 6, 29),
            ("l4", "14", "Слудка", 19, 8, 35), ("l5", "15", "Новый Бурец", 24, 13, 51)]
# «Target groups, five separate lines»: one child lives in a family and is known to another, so 15 + … + 51 is one more.
RISK_FAMILIES, SOP_FAMILIES, SINGLE_CHILDREN, RISK_CHILDREN, SOP_CHILDREN = 74, 2, 41, 151, 3
# 74 at risk and 2 in a dangerous position, one of them both, and one that is only incomplete.
FAMILIES, PROGRAMMES = 76, 33
# «9 booklets on: restrictions for children related to safety, the children's helpline, parents' responsibility, a good
# psychological climate in the family, prevention of crime among children».
BOOKLETS = ["Безопасность детей на улице вечером", "Безопасность детей у воды", "Безопасность детей дома", "Детский телефон доверия",
            "Ответственность родителей", "Права и обязанности родителей", "Тёплый климат в семье", "Как говорить с подростком",
            "Закон и подросток"]
# «charity drives: …; plus one-off targeted drives for one particular family».
DRIVES = ["Скоро в школу", "Добрые вещи", "Поделись урожаем", "Новогодний подарок"]

WOMEN = ["Аглая", "Василиса", "Глафира", "Ефросинья", "Злата", "Капитолина", "Марфа", "Пелагея", "Устинья", "Февронья", "Ярослава"]
BOYS = ["Архип", "Богдан", "Добрыня", "Елисей", "Захар", "Игнат", "Кузьма"]
STEMS = ["Самовар", "Валенк", "Пряник", "Бублик", "Калач", "Варежк", "Сундук", "Лукошк", "Скворечник", "Кочерг", "Туесок", "Берестян",
         "Подсолнух"]
ENDS = ["ов", "ин", "ушкин", "еев", "ихин", "енков"]


def surname(n):
    return STEMS[n % len(STEMS)] + ENDS[n // len(STEMS) % len(ENDS)]


def day(first, plus):
    return (datetime.date.fromisoformat(first) + datetime.timedelta(days=plus)).isoformat()


class Year:
    def __init__(self):
        self.lines = []
        self.n_families = self.n_people = 0
        self.numbers = {}
        self.single = 0
        for part in (self.places, self.partners, self.families, self.beside, self.events, self.drives, self.patrols, self.volunteers,
                     self.signals, self.table):
            part()

    def write(self, record, **fields):
        self.lines.append(json.dumps({"record": record, **{k: v for k, v in fields.items() if v is not None}}, ensure_ascii=False))

    def number(self, *what):
        self.numbers[what] = self.numbers.get(what, 0) + 1
        return str(self.numbers[what])

    def person(self, last, first, born):
        self.n_people += 1
        ref = f"p{self.n_people}"
        self.write("person", ref=ref, last_name=last, first_name=first, no_patronymic=True, birth_date=born)
        return ref

    # «five settlements»; «the lounge is housed in the village culture institution».
    def places(self):
        self.write("organisation", ref="kdn", full_name="Комиссия по делам несовершеннолетних", short_name="КДН и ЗП", kind="authority",
                   sector="kdn", roles="report_recipient")
        for n, (ref, settlement, name, *_) in enumerate(VILLAGES):
            self.write("organisation", ref="host" + ref, full_name=f"Сельский клуб, {name}", short_name=f"Клуб, {name}", kind="municipal",
                       sector="culture")
            for part, post, role in (("m", "заведующая площадкой", "lounge_manager"), ("s", "специалист по работе с семьёй", "case_worker")):
                who = self.person(surname(70 + 2 * n + (part == "s")) + "а", WOMEN[n], f"197{n}-0{n + 1}-1{n}")
                self.write("staff", ref=part + ref, person_id="@" + who, organisation_id="@host" + ref, position=post, role=role,
                           since="2022-07-01")
            self.write("lounge", ref=ref, name=f"Площадка-гостиная «Доверие», {name}", settlement_id=settlement, host_institution_id="@host" + ref,
                       address=f"{name}, ул. Клубная, д. {n + 1}", opened_on="2022-07-01", manager_id="@m" + ref)

    # «Partners: district organisation of veterans; … «Союз женщин»; ООО «Русь» (с. Новый Бурец); СПК «Союз»»: named otherwise.
    def partners(self):
        for n, (name, kind, lounge, since, until) in enumerate([
                ("Совет бывалых", "ngo", None, "2022-07-01", None), ("Женсовет", "ngo", None, "2022-07-15", "2022-12-31"),
                ("ООО «Три колоска»", "business", "@l5", "2022-08-01", None), ("СПК «Пятый сноп»", "business", None, "2022-09-01", None),
                ("Прежний партнёр", "ngo", None, "2021-01-01", "2022-06-30"), ("Будущий партнёр", "ngo", None, "2023-01-01", None)]):
            self.write("organisation", ref=f"o{n}", full_name=name, short_name=name, kind=kind, sector="other")
            self.write("partner_participation", organisation_id=f"@o{n}", lounge_id=lounge, since=since, until=until, role="помогает")
        self.write("donor", ref="donor", organisation_id="@o2")

    def category(self, family, code, since, child=None, until=None, basis=None):
        self.write("family_category", family_id="@" + family, category_id=code, person_id=child and "@" + child, since=since, until=until,
                   basis_doc=basis)

    def consent(self, lounge, subject, signer, on, teen):
        self.write("consent", no=self.number("consent", lounge), lounge_id="@" + lounge, subject_id="@" + subject, kind="processing",
                   signer_id="@" + signer, signer_capacity="self" if subject == signer else "parent", signed_on=on, purpose="case,events,charity",
                   authority_doc=None if subject == signer else "свидетельство о рождении", teen_signed=teen or None, data_list="name,birth,address",
                   actions="collect,store,use", until_event="до снятия с сопровождения и ещё год", withdrawal_way="письменным заявлением")

    def family(self, lounge, births, opened, programme=False, signs=True, **more):
        """A mother and her children: the refs of the family, of her and of them."""
        self.n_families += 1
        n, ref = self.n_families, f"f{self.n_families}"
        last = surname(n)
        mother = self.person(last + "а", WOMEN[n % len(WOMEN)], f"{1980 + n % 15}-0{1 + n % 9}-1{n % 9}")
        children = [self.person(last, BOYS[(n + k) % len(BOYS)], born) for k, born in enumerate(births)]
        self.write("family", ref=ref, **{
            "case_no": f"{lounge[1]}-{opened[:4]}/{int(self.number('family', lounge)):03}", "family_name": last + "ы", "lounge_id": "@" + lounge,
            "address": f"ул. Малая, д. {n}", "structure": "full", "case_status": "active", "curator_id": "@s" + lounge, "opened_on": opened,
            "support_level": "active" if programme else "prevention", **more})
        self.write("family_member", family_id="@" + ref, person_id="@" + mother, kinship="mother", is_legal_rep=True, lives_together=True)
        for child in children:
            self.write("family_member", family_id="@" + ref, person_id="@" + child, kinship="child", lives_together=True)
        if signs:
            self.write("written_application", no=self.number("application", lounge), date=opened, lounge_id="@" + lounge, person_id="@" + mother,
                       family_id="@" + ref, kind="join", decision="granted", decided_on=opened, decided_by_id="@m" + lounge)
            self.consent(lounge, mother, mother, opened, False)
            for child, born in zip(children, births):
                grown = born <= "2005-01-09"
                self.consent(lounge, child, child if grown else mother, "2023-01-02" if grown else opened, born <= day(opened, -14 * 365 - 4))
        return ref, mother, children

    # «33 individual support programmes were written, all available resources pooled for them».
    def programme(self, lounge, family, mother, since, n, **more):
        ref = f"pl{n}"
        self.write("case_plan", ref=ref, **{
            "family_id": "@" + family, "kind": "family_children", "no": str(n), "since": since, "until": day(since, 240),
            "goal": "Дети заняты, в доме спокойно", "status": "in_progress", "family_agreed_on": since, "signer_id": "@" + mother,
            "approved_on": day(since, 1), "approved_by_id": "@m" + lounge, **more})
        self.write("plan_problem", ref=ref + "q", plan_id="@" + ref, problem_id="idle", cause="нечем заняться после школы", severity=1 + n % 3)
        # In time, late, not at all, dropped, and after the year.
        for k, (due, done) in enumerate([(5, 4), (20, 26), (30, None), (25, 0), (235, None), (12, 12), (14, 13)][:3 + n % 5]):
            due, done = day(since, due), done if done in (None, 0) else day(since, done)
            if done and done > "2022-12-31":
                done = None
            self.write("plan_action", plan_id="@" + ref, plan_problem_id="@" + ref + "q", title=f"Шаг {k + 1}", staff_id="@s" + lounge, due_to=due,
                       status="cancelled" if done == 0 else "done" if done else "planned", done_on=done or None,
                       result="Отпало" if done == 0 else "Сделано" if done else None)
        self.write("case_review", family_id="@" + family, date=day(since, 20), reviewer_id="@s" + lounge, dynamics="worse",
                   next_review_on=day(since, 90), conclusion="Начали")
        if n % 4:
            self.write("case_review", family_id="@" + family, date=min(day(since, 27), "2022-12-31"), reviewer_id="@s" + lounge,
                       dynamics=["better", "same", "better"][n % 3], next_review_on=day(since, 95), conclusion="Дальше")
        return ref

    def visits(self, lounge, family, opened, n):
        for k in range(n % 4):
            home = (n + k) % 5 != 0
            self.write("home_visit", family_id="@" + family, visited_at=f"{day(opened, 1 + 3 * k)}T1{k}:15", kind="planned", staff_id="@s" + lounge,
                       goal="узнать, как дела", was_home=home, findings="Дома тепло" if home else None)

    def single_parent(self, family, children, since, is_of_one):
        """«children raised by one parent — 41»: of a whole family, or of one child whose brother has a father."""
        if is_of_one:
            children = children[:1]
        for child in children[:1] if is_of_one else [None]:
            self.category(family, "single_parent", since, child)
        self.single += len(children)

    def families(self):
        shared, n = None, 0
        for lounge, _, _, n_families, n_programmes, n_children in VILLAGES:
            at_risk = n_families - (2 if lounge == "l4" else 0)
            known = lounge == "l5"
            sizes = [1] * at_risk
            for extra in range(n_children - known - at_risk):
                sizes[extra * 5 % at_risk] += 1
            for j, size in enumerate(sizes):
                n += 1
                opened = day("2022-07-04", 17 * n % 150)
                births = [f"{2006 + (5 * n + 3 * k) % 15}-{1 + (n + k) % 12:02}-{1 + 7 * n % 28:02}" for k in range(size)]
                more = {}
                if (lounge, j) == ("l3", 0):
                    births = ["2005-01-01"] + births[1:]                # of age on the day after the year: a child yet
                if (lounge, j) == ("l3", 3):
                    births = births + ["2004-12-31"]                    # of age on its last day: none any more
                if (lounge, j) == ("l2", 3):
                    more = {"opened_on": "2022-07-20"}
                    opened = "2022-07-20"
                sop = (lounge, j) == ("l5", 20)
                is_single = j % 3 == 1 and not sop and self.single + size < SINGLE_CHILDREN
                family, mother, children = self.family(lounge, births, opened, j < n_programmes,
                                                       structure="single_mother" if is_single else "full", **more)
                self.category(family, "risk_rights", opened)
                if (lounge, j) == ("l2", 3):
                    self.write("family_move", family_id="@" + family, from_lounge_id="@l1", to_lounge_id="@l2", moved_on="2022-10-05",
                               reason="переезд", from_case_no="1-2022/090")
                if is_single:
                    self.single_parent(family, children, opened, (lounge, j) in (("l2", 4), ("l3", 7)))
                if (lounge, j) == ("l3", 2):
                    shared = children[0]
                if (lounge, j) == ("l5", 2):
                    self.write("family_member", family_id="@" + family, person_id="@" + shared, kinship="child", lives_together=False)
                if sop:
                    self.dangerous(family, children, opened, "rights_limited")
                    assert size == 2, size
                if j < n_programmes:
                    self.programme(lounge, family, mother, opened, n)
                self.visits(lounge, family, opened, n)
        # Of two children one is in danger; a family that signs nothing stands on the commission's decision.
        family, mother, children = self.family("l4", ["2012-03-04", "2020-05-06"], "2022-09-12", signs=False)
        self.dangerous(family, children[:1], "2022-09-12", "rights_deprived", children[0])
        self.visits("l4", family, "2022-09-12", 3)
        self.plan_of_commission(family)
        # Only incomplete, in no risk.
        family, mother, children = self.family("l4", ["2015-07-08"], "2022-08-01", structure="single_mother")
        self.category(family, "single_parent", "2022-08-01")
        self.single += 1
        assert self.single == SINGLE_CHILDREN, self.single

    # «families in a socially dangerous position because parental rights are temporarily limited or removed».
    def dangerous(self, family, children, since, why, child=None):
        self.category(family, "sop", since, child, basis="постановление № 9 от 12.07.2022")
        self.category(family, why, since, child, basis="решение суда № 2 от 05.07.2022")
        self.write("register_entry", register_kind="sop_kdn", family_id=None if child else "@" + family, person_id=child and "@" + child,
                   step="put_on", on_decision_no="9", on_date="2022-07-12", authority_id="@kdn", reason="дети без надзора")

    # Programmes of others and those not begun are none of the 33.
    def plan_of_commission(self, family):
        self.write("case_plan", family_id="@" + family, kind="foreign", no="77", since="2022-09-12", until="2023-03-12", goal="План комиссии",
                   status="in_progress", body_id="@kdn")

    def beside(self):
        """What is there and is not of the year."""
        drafted, mother, _ = self.family("l1", ["2016-02-02"], "2023-01-03", signs=True)
        self.category(drafted, "risk_rights", "2023-01-03")
        self.write("case_plan", family_id="@" + drafted, kind="family_children", since="2023-01-03", until="2023-09-01", goal="Задумано",
                   status="draft")
        found, *_ = self.family("l2", ["2017-03-03"], "2022-11-01", signs=False, opened_on=None, case_status="identified", support_level=None,
                                curator_id=None)
        self.category(found, "risk_rights", "2022-11-01")
        gone, *_ = self.family("l3", ["2014-04-04"], "2021-02-01", signs=False, closed_on="2021-12-30", case_status="closed",
                               closing_reason="moved", curator_id=None)
        self.category(gone, "risk_rights", "2021-02-01", until="2021-12-30")
        # A category that had ended by the last day, and one that has begun since.
        self.category("f1", "large", "2022-08-01", until="2022-12-31")
        self.category("f2", "large", "2023-01-01")

    def event(self, lounge, on, title, form, direction, n, start="15:00", end="16:30", stat="leisure", audience="family", **more):
        ref = "e" + self.number("event")
        self.write("event", ref=ref, title=title, starts_at=f"{on}T{start}", ends_at=f"{on}T{end}", lounge_id="@" + lounge, form_id=form, stat_kind=stat,
                   direction=direction, responsible_id="@s" + lounge, **{"status": "held", "audience": audience, "age_mark": "6+",
                                                                        "place": "зал", **more})
        if more.get("status", "held") == "held":
            b = [n * step % 17 + plus for step, plus in ((3, 2), (7, 4), (5, 1), (11, 2), (2, 3), (13, 1))]
            self.write("event_headcount", event_id="@" + ref, of_target_group=min(sum(b), n % 9 + 1), **dict(zip(
                ("b0_6", "b7_13", "b14_17", "b18_35", "b36_59", "b60"), b)))
        return ref

    # «Activities in the lounge»: holidays, classes for children with parents, game programmes, talks, film shows, booklets.
    def events(self):
        n = 0
        for v, (lounge, *_) in enumerate(VILLAGES):
            # «weekly film show «семейный кинозал»»: each village has begun later.
            for week in range(20 - 3 * v):
                n += 1
                self.event(lounge, day("2022-08-01", v + 7 * week), f"Семейный кинозал, показ {week + 1}", "film", "cinema", n)
            for k, (on, title, form, direction) in enumerate([
                    ("2022-11-27", "День матери", "holiday", "leisure"), ("2022-12-27", "Новогодняя ёлка", "ny_tree", "leisure"),
                    ("2022-10-01", "Мастер-класс «Слайм»", "workshop", "creativity"),
                    ("2022-11-25", "Мастерская «Открытка маме»", "workshop", "creativity"),
                    ("2022-10-14", "Мастерская «Подарок папе»", "workshop", "creativity"),
                    ("2022-09-17", "Игровая программа", "game_program", "leisure"),
                    ("2022-10-20", "«Ответственное родительство»", "talk", "parenting")]):
                for again in range(1 + (k + v) % 3 * (k > 1)):
                    n += 1
                    self.event(lounge, day(on, again + v), title, form, direction, n, start="13:00" if k > 2 else "10:00", end="14:00" if k > 2 else "11:00",
                               stat="info" if form in ("talk", "workshop") else "leisure")
        # Nine booklets, each with the event at which it was handed round.
        for k, title in enumerate(BOOKLETS):
            n += 1
            self.event(VILLAGES[k * k % 5][0], day("2022-09-05", 11 * k), f"Буклет «{title}»", "talk", "prevention", n, start="11:30", end="12:30",
                       stat="info", audience="all")
        # «round table presenting the help available».
        self.event("l4", "2022-07-28", "Круглый стол «Какая помощь есть рядом»", "round_table", "methodical", n + 1, start="13:00", end="15:00",
                   stat="info", audience="adults")
        # Beside the half-year, or not held.
        self.event("l1", "2022-06-30", "Буклет «До проекта»", "talk", "prevention", n + 2)
        self.event("l1", "2023-01-01", "Новогодняя ёлка", "ny_tree", "leisure", n + 3)
        self.event("l2", "2022-12-30", "Семейный кинозал", "film", "cinema", n + 4, status="cancelled", status_reason="Метель")

    def drives(self):
        goods = [("Рюкзак", "bag", "1850.00"), ("Куртка детская", "clothes", None), ("Картофель", "vegetables", "31.50"),
                 ("Подарок сладкий", "gift", "640.00"), ("Дрова", "stove_fuel", "2100.00")]
        for n, (name, category, _) in enumerate(goods):
            self.write("item", ref=f"it{n}", name=name, category_id=category, unit="pcs")
        for n, (name, since, until) in enumerate([(DRIVES[0], "2022-08-01", "2022-08-31"), (DRIVES[1], "2022-07-05", "2022-12-31"),
                                                  (DRIVES[2], "2022-09-05", "2022-09-30"), (DRIVES[3], "2022-12-05", "2022-12-30"),
                                                  ("Дрова для одной семьи", "2022-10-10", "2022-10-30")]):
            self.write("drive", ref=f"dr{n}", name=name, kind="targeted" if n == 4 else "general", family_id="@f3" if n == 4 else None,
                       since=since, until=until, status="distributing", lounge_id="@l1" if n == 4 else None)
            places = [("l1", [3])] if n == 4 else [(v[0], range(1 + k, 3 + k + (n + k) % 3 * 2)) for k, v in enumerate(VILLAGES)]
            first = 1
            for lounge, which in places:
                total = next(v[3] for v in VILLAGES if v[0] == lounge)
                self.write("donation_receipt", ref=f"rc{n}{lounge}", no=self.number("receipt", lounge), date=since, lounge_id="@" + lounge,
                           drive_id=f"@dr{n}", donor_id="@donor", legal_form="agreement",
                           agreement_no=f"{n}{lounge[1]}", agreement_date=since, purpose="Помощь детям", received_by_id="@m" + lounge, status="posted")
                self.write("donation_line", receipt_id=f"@rc{n}{lounge}", item_id=f"@it{n}", qty="40", condition="new", unit_value=goods[n][2])
                for j in which:
                    family = f"f{first + j if n < 4 else j}"
                    gift = "d" + self.number("gift")
                    self.write("distribution", ref=gift, no=self.number("out", lounge), date=day(since, 12), lounge_id="@" + lounge,
                               drive_id=f"@dr{n}", family_id="@" + family, person_id=self.mother_of(family), issued_by_id="@m" + lounge,
                               is_signed=True, status="issued")
                    self.write("distribution_line", distribution_id="@" + gift, item_id=f"@it{n}", qty=str(1 + j % 3), unit_value=goods[n][2])
                first += total - (2 if lounge == "l4" else 0)

    def mother_of(self, family):
        for line in self.lines:
            record = json.loads(line)
            if record["record"] == "family_member" and record["family_id"] == "@" + family and record["kinship"] == "mother":
                return record["person_id"]

    # «5 patrols (one per settlement), governed by a regulation».
    def patrols(self):
        for v, (lounge, settlement, name, *_) in enumerate(VILLAGES):
            self.write("patrol", ref="pt" + lounge, name=f"Общественный патруль, {name}", settlement_id=settlement, lounge_id="@" + lounge,
                       status="active", created_by_doc="постановление № 5", created_on="2022-07-10")
            for k in range(3):
                who = self.person(surname(20 + 3 * v + k), BOYS[k], f"198{k}-02-0{v + 1}")
                self.write("patrol_member", ref=f"pm{lounge}{k}", patrol_id="@pt" + lounge, person_id="@" + who, kind="public", may_lead=True,
                           instructed_on="2022-07-12", since="2022-07-12")
            self.write("patrol_route", ref="pr" + lounge, name="Клуб — пруд", patrol_id="@pt" + lounge, points="клуб, магазин, пруд")
            for k in range(3 + 2 * v):
                on, shift = day("2022-08-05", 7 * k + v), f"sh{lounge}{k}"
                lost = k == 2
                self.write("patrol_shift", ref=shift, patrol_id="@pt" + lounge, starts_at=f"{on}T20:00", ends_at=f"{on}T22:00",
                           route_id="@pr" + lounge, leader_id=f"@pm{lounge}0", kind="planned", status="cancelled" if lost else "done", status_reason="Ливень" if lost else None,
                           briefed=None if lost else True, actual_start=None if lost else f"{on}T20:00",
                           actual_end=None if lost else f"{on}T2{1 + k % 2}:{10 + v}", talks=None if lost else v + k,
                           leaflets=None if lost else 2 * k + v)
                for m in range(2 + (k + v) % 2):
                    self.write("shift_member", shift_id="@" + shift, member_id=f"@pm{lounge}{m}", came="no_show" if lost else "came")
                if k % 3 == v % 2 and not lost:
                    self.write("patrol_finding", shift_id="@" + shift, place_kind="stop", place="остановка", found_at=f"{on}T20:30",
                               kind_id="smoking", age_apparent=15, described_as="подросток", measures="talk,leaflet", outcome="left_self")

    # «volunteers, benefactors and local self-government were drawn in».
    def volunteers(self):
        for v, (lounge, *_) in enumerate(VILLAGES):
            for k in range(v + 1):
                who = self.person(surname(45 + 5 * v + k), BOYS[k], f"197{k}-09-1{v}")
                self.write("volunteer", ref=f"v{v}{k}", person_id="@" + who, lounge_id="@" + lounge, kind="general", since="2022-07-01")
                for on, hours in (("2022-06-30", "9"), ("2022-09-10", f"{k + 1}.5"), ("2022-12-31", f"{v + 2}"), ("2023-01-02", "7")):
                    if on >= "2022-07-01":
                        self.write("volunteer_hours", volunteer_id=f"@v{v}{k}", date=on, hours=hours, work="помогали")

    # «timely identification»: families that were told of, advice, and what stayed open.
    def signals(self):
        for v, count in enumerate((2, 3, 5, 7, 11)):
            lounge = VILLAGES[v][0]
            first = 1 + sum(x[3] - (2 if x[0] == "l4" else 0) for x in VILLAGES[:v])
            for k in range(count):
                on = day("2022-07-02", 15 * k + v)
                decision = ["opened_case", "advice", None, "not_confirmed"][(k + v) % 4]
                self.write("signal", no=self.number("signal", lounge), received_at=f"{on}T09:{10 + k}", lounge_id="@" + lounge,
                           source=["self", "school", "settlement", "neighbour", "patrol"][k % 5], summary="Просят помочь", urgency="planned",
                           family_id=f"@f{first + k}" if decision == "opened_case" else None,
                           subject_text=None if decision == "opened_case" else "семья у пруда", decision=decision,
                           decided_on=day(on, k % 4) if decision else None, staff_id="@s" + lounge)
        self.write("signal", no="1", received_at="2023-01-02T10:00", lounge_id="@l1", source="self", summary="Уже после", urgency="planned",
                   subject_text="семья")

    # «Stages: … 2) round table presenting the help available».
    def table(self):
        self.write("meeting_protocol", ref="table", no="1", date="2022-07-28", lounge_id="@l4", kind="round_table", place="клуб", chair_id="@ml4",
                   secretary_id="@sl4", attendees="все пять площадок", agenda="Какая помощь есть рядом")
        self.write("meeting_decision", protocol_id="@table", heard="о помощи семьям", decision="Писать программы вместе")
