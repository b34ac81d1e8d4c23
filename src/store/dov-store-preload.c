/* dov-store-preload.c - what every new file begins with: settlements, reference lists, settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-curfew-rule.h"
#include "dov-patrol-finding.h"
#include "dov-plan-template.h"
#include "dov-ref-item.h"
#include "dov-settings.h"
#include "dov-settlement.h"

/* The ids are the same in every file, so that what two lounges keep can be
 * put together. They and the codes stay for ever; the labels are the official
 * words, and may be edited in a file. */

#define SETTINGS_ID 1

static const struct
{
  gint64             id;
  DovSettlementType  type;
  const char        *name;
} settlements[] = {
  { 11, DOV_SETTLEMENT_TYPE_HAMLET, "Гремячка" },
  { 12, DOV_SETTLEMENT_TYPE_HAMLET, "Куршино" },
  { 13, DOV_SETTLEMENT_TYPE_HAMLET, "Нижняя Тойма" },
  { 14, DOV_SETTLEMENT_TYPE_VILLAGE, "Слудка" },
  { 15, DOV_SETTLEMENT_TYPE_VILLAGE, "Новый Бурец" },
};

typedef struct
{
  gint64      id;
  const char *code;
  const char *label;
  const char *detail;
} Item;

/* The detail is the kind of the event in the statistics (form 7-НК). */
static const Item event_forms[] = {
  { 101, "holiday", "праздник", "leisure" },
  { 102, "ny_tree", "новогодняя ёлка", "leisure" },
  { 103, "game_program", "игровая программа", "leisure" },
  { 104, "workshop", "мастер-класс", "info" },
  { 105, "film", "киносеанс (семейный кинозал)", "leisure" },
  { 106, "talk", "беседа", "info" },
  { 107, "round_table", "круглый стол", "info" },
  { 108, "lecture", "лекция", "info" },
  { 109, "quiz", "викторина/квиз", "leisure" },
  { 110, "board_games", "настольные игры", "leisure" },
  { 111, "sport", "спортивное", "not_counted" },
  { 112, "hike", "поход", "not_counted" },
  { 113, "excursion", "экскурсия", "not_counted" },
  { 114, "visit_theatre", "посещение театра/цирка/музея/кино", "not_counted" },
  { 115, "exhibition", "выставка", "leisure" },
  { 116, "contest", "конкурс", "leisure" },
  { 117, "fair", "ярмарка («Смотри, что я могу»)", "leisure" },
  { 118, "open_day", "день открытых дверей", "leisure" },
  { 119, "charity", "благотворительная акция", "not_counted" },
  { 120, "training", "занятие/тренинг", "info" },
  { 121, "career", "профориентация (проба профессии, экскурсия на предприятие, "
                   "визит в колледж)", "info" },
  { 122, "disco", "дискотека", "leisure" },
  { 123, "concert", "концерт", "leisure" },
  { 124, "meeting", "встреча", "info" },
  { 125, "other", "иное", "" },
};

static const Item family_categories[] = {
  { 201, "tzhs", "Трудная жизненная ситуация (ТЖС)", "" },
  { 202, "sop", "Социально опасное положение (СОП)", "" },
  { 203, "risk_rights", "Риск нарушения прав и законных интересов ребёнка", "" },
  { 204, "rights_limited", "Родители временно ограничены в родительских правах", "" },
  { 205, "rights_deprived", "Родители лишены родительских прав", "" },
  { 206, "rights_restoring", "Подготовка к восстановлению / восстановлены в правах", "" },
  { 207, "threat_deprivation", "Угроза лишения родительских прав", "" },
  { 208, "threat_abuse", "Угроза жестокого обращения с ребёнком", "" },
  { 209, "conflict", "Внутрисемейный конфликт, кризис детско-родительских отношений", "" },
  { 210, "suicidal", "Суицидальные намерения ребёнка", "" },
  { 211, "need_support", "Не может преодолеть обстоятельства самостоятельно, нужно сопровождение", "" },
  { 212, "single_parent", "Неполная", "" },
  { 213, "large", "Многодетная", "" },
  { 214, "low_income", "Малообеспеченная (СДД ниже ПМ)", "" },
  { 215, "no_income", "Родители без дохода", "" },
  { 216, "guardian", "Опекаемая / приёмная", "" },
  { 217, "disabled_child", "Ребёнок-инвалид", "" },
  { 218, "svo", "Семья мобилизованного / участника СВО", "" },
  { 219, "young", "Молодая семья (родители до 35 лет)", "" },
  { 220, "refugee", "Вынужденные переселенцы", "" },
  { 221, "other", "Иная", "" },
};

/* The rules know these by their ids, which stand in dov-patrol-finding.h. */
static const Item finding_kinds[] = {
  { DOV_FINDING_KIND_CURFEW, "curfew", "ребёнок в ночное время без сопровождения", "" },
  { DOV_FINDING_KIND_HARMFUL_PLACE, "harmful_place", "в месте, где пребывание запрещено", "" },
  { DOV_FINDING_KIND_ALCOHOL, "alcohol", "употребление/опьянение", "" },
  { DOV_FINDING_KIND_SMOKING, "smoking", "курение/вейп", "" },
  { DOV_FINDING_KIND_OFFENCE, "offence", "правонарушение", "" },
  { DOV_FINDING_KIND_NEGLECT, "neglect", "безнадзорный ребёнок", "" },
  { DOV_FINDING_KIND_DANGER, "danger", "угроза жизни/здоровью", "" },
  { DOV_FINDING_KIND_WATER_ICE, "water_ice", "на воде/льду", "" },
  { DOV_FINDING_KIND_SALE_TO_MINOR, "sale_to_minor", "продажа несовершеннолетнему", "" },
  { DOV_FINDING_KIND_ADULT, "adult", "взрослые при детях в опьянении", "" },
  { DOV_FINDING_KIND_OTHER, "other", "иное", "" },
};

/* The law of the region as it stands; another region or year is another row. */
static const struct
{
  gint64      id;
  const char *season_since;
  const char *season_until;
  DovTime     night_start;
} curfew_rules[] = {
  { 31, "01.10", "30.04", 22 * 60 },
  { 32, "01.05", "30.09", 23 * 60 },
};

static gboolean
write_curfew_rules (DovStore  *self,
                    GError   **error)
{
  GDate since;

  g_date_set_dmy (&since, 9, G_DATE_NOVEMBER, 2009);
  for (guint i = 0; i < G_N_ELEMENTS (curfew_rules); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_CURFEW_RULE, curfew_rules[i].id);
      DovCurfewRule *rule = DOV_CURFEW_RULE (record);

      if (dov_store_has_row (self, DOV_TYPE_CURFEW_RULE, curfew_rules[i].id, NULL, NULL))
        continue;
      dov_set (rule, region, "Кировская область");
      dov_set (rule, age_limit, (gint64) 16);
      dov_set (rule, season_since, curfew_rules[i].season_since);
      dov_set (rule, season_until, curfew_rules[i].season_until);
      dov_set (rule, night_start, curfew_rules[i].night_start);
      dov_set (rule, night_end, (DovTime) (6 * 60));
      dov_set (rule, since, &since);
      dov_set (rule, law, "Закон Кировской области от 09.11.2009 № 440-ЗО");
      if (!dov_store_write_row (self, record, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static const Item item_categories[] = {
  { 301, "clothes", "одежда", "" },
  { 302, "shoes", "обувь", "" },
  { 303, "school", "школьные принадлежности", "" },
  { 304, "bag", "рюкзак", "" },
  { 305, "books", "книги", "" },
  { 306, "toys", "игрушки", "" },
  { 307, "food", "продукты", "" },
  { 308, "vegetables", "овощи и фрукты (урожай)", "" },
  { 309, "hygiene", "гигиена", "" },
  { 310, "furniture", "мебель", "" },
  { 311, "appliance", "техника", "" },
  { 312, "stove_fuel", "уголь/дрова", "" },
  { 313, "gift", "подарок", "" },
  { 314, "kit", "набор", "" },
};

static const Item rental_categories[] = {
  { 331, "children", "детские вещи (коляска, кроватка)", "" },
  { 332, "appliance", "техника", "" },
  { 333, "tool", "инструмент", "" },
  { 334, "sport", "спорт", "" },
  { 335, "games", "игры", "" },
};

/* What drives are usually called: offered while the name is typed. The detail is the kind of the drive. */
static const Item drive_presets[] = {
  { 351, "to_school", "Скоро в школу", "general" },
  { 352, "good_things", "Добрые вещи", "general" },
  { 353, "harvest", "Поделись урожаем", "general" },
  { 354, "new_year_gift", "Новогодний подарок", "general" },
  { 355, "targeted_help", "Адресная помощь семье", "targeted" },
};

/* What a programme of support is to solve. */
static const Item problems[] = {
  { 401, "rights", "лишение/ограничение родительских прав", "" },
  { 402, "restoring", "подготовка к восстановлению прав", "" },
  { 403, "alcohol", "злоупотребление алкоголем", "" },
  { 404, "low_income", "низкий доход", "" },
  { 405, "unemployment", "безработица", "" },
  { 406, "debts", "долги", "" },
  { 407, "housing", "жилищные условия", "" },
  { 408, "fire", "пожарная опасность", "" },
  { 409, "conflict", "конфликт в семье", "" },
  { 410, "parenting", "нарушение детско-родительских отношений", "" },
  { 411, "truancy", "пропуски школы", "" },
  { 412, "offences", "правонарушения ребёнка", "" },
  { 413, "idle", "незанятость досуга", "" },
  { 414, "health", "здоровье", "" },
  { 415, "documents", "отсутствие документов", "" },
  { 416, "abuse", "жестокое обращение", "" },
};

/* How it is done: the ways of a mentor, and those of the lounge. */
static const Item plan_methods[] = {
  { 431, "observation", "наблюдение", "mentor" },
  { 432, "curating", "курирование", "mentor" },
  { 433, "intervention", "интервенция", "mentor" },
  { 434, "correction", "коррекция", "mentor" },
  { 435, "support", "психолого-педагогическая поддержка", "mentor" },
  { 436, "psychology", "психологическая помощь", "mentor" },
  { 437, "rehabilitation", "реабилитация", "mentor" },
  { 438, "prevention", "социально-психологическая профилактика", "mentor" },
  { 439, "advice", "консультация", "" },
  { 440, "assistance", "содействие", "" },
  { 441, "service", "услуга", "" },
  { 442, "event", "участие в мероприятии", "" },
  { 443, "visit", "патронаж", "" },
  { 444, "aid", "материальная помощь", "" },
};

/* What is usually done, offered while a programme is empty: for families of a category, or for all. */
static const struct
{
  gint64      id;
  gint64      category_id;
  gint64      problem_id;
  const char *cause;
  gint64      method_id;
  gint64      days;
  const char *title;
  const char *frequency;
} plan_templates[] = {
  { 501, 0, 0, "", 443, 30, "Посетить семью на дому", "раз в месяц" },
  { 502, 202, 410, "родители не занимаются детьми", 439, 14, "Беседа с родителями об обязанностях по воспитанию", "" },
  { 503, 202, 413, "дети предоставлены сами себе", 442, 30, "Записать детей в кружок и звать на мероприятия", "" },
  { 504, 202, 408, "печь или проводка неисправны", 441, 45, "Проверить печь и проводку, поставить извещатель", "" },
  { 505, 201, 404, "доход ниже прожиточного минимума", 440, 30, "Помочь оформить пособия и льготы", "" },
  { 506, 201, 405, "нет постоянной работы", 440, 45, "Направить в центр занятости", "" },
  { 507, 214, 404, "доход ниже прожиточного минимума", 440, 30, "Помочь подать заявление на социальный контракт", "" },
  { 508, 214, 404, "доход ниже прожиточного минимума", 444, 60, "Выдать вещи и школьные принадлежности", "" },
  { 509, 209, 409, "в семье не умеют договариваться", 436, 21, "Консультация психолога родителям", "" },
  { 510, 209, 409, "в семье не умеют договариваться", 442, 60, "Пригласить на семейное мероприятие", "" },
  { 511, 206, 402, "нужно подтвердить, что условия изменились", 440, 30, "Собрать документы для суда", "" },
  { 512, 213, 413, "детям нечем заняться после школы", 442, 30, "Записать детей в кружок", "" },
};

static gboolean
write_plan_templates (DovStore  *self,
                      GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan_templates); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_PLAN_TEMPLATE, plan_templates[i].id);
      DovPlanTemplate *step = DOV_PLAN_TEMPLATE (record);

      if (dov_store_has_row (self, DOV_TYPE_PLAN_TEMPLATE, plan_templates[i].id, NULL, NULL))
        continue;
      dov_set (step, title, plan_templates[i].title);
      dov_set (step, category_id, plan_templates[i].category_id);
      dov_set (step, problem_id, plan_templates[i].problem_id);
      dov_set (step, cause, plan_templates[i].cause);
      dov_set (step, method_id, plan_templates[i].method_id);
      dov_set (step, days, plan_templates[i].days);
      dov_set (step, frequency, plan_templates[i].frequency);
      if (!dov_store_write_row (self, record, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_settlements (DovStore  *self,
                   GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settlements); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_SETTLEMENT, settlements[i].id);
      DovSettlement *settlement = DOV_SETTLEMENT (record);

      if (dov_store_has_row (self, DOV_TYPE_SETTLEMENT, settlements[i].id, NULL, NULL))
        continue;
      dov_set (settlement, type, settlements[i].type);
      dov_set (settlement, name, settlements[i].name);
      dov_set (settlement, district, "Вятскополянский район");
      dov_set (settlement, region, "Кировская область");
      if (!dov_store_write_row (self, record, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_items (DovStore    *self,
             const char  *list_code,
             const Item  *items,
             guint        n_items,
             GError     **error)
{
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_REF_ITEM, items[i].id);
      DovRefItem *item = DOV_REF_ITEM (record);

      if (dov_store_has_row (self, DOV_TYPE_REF_ITEM, items[i].id, NULL, NULL))
        continue;
      dov_set (item, list_code, list_code);
      dov_set (item, code, items[i].code);
      dov_set (item, label, items[i].label);
      dov_set (item, detail, items[i].detail);
      dov_set (item, position, (gint64) i + 1);
      dov_set (item, is_active, TRUE);
      dov_set (item, is_system, TRUE);
      if (!dov_store_write_row (self, record, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_settings (DovStore  *self,
                GError   **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_SETTINGS, SETTINGS_ID);
  DovSettings *settings = DOV_SETTINGS (record);

  if (dov_database_count (self->database, "SELECT count(*) FROM settings", error) != 0)
    return TRUE;
  dov_set (settings, district_kind, DOV_DISTRICT_KIND_DISTRICT);
  dov_set (settings, district_name, "Вятскополянский");
  dov_set (settings, region, "Кировская область");
  dov_set (settings, phone_area_code, "83334");

  return dov_store_write_row (self, record, TRUE, error);
}

static gboolean
write_all (DovStore    *self,
           const char  *edition,
           GError     **error)
{
  return write_settlements (self, error)
         && write_items (self, "event_form", event_forms, G_N_ELEMENTS (event_forms), error)
         && write_items (self, "family_category", family_categories, G_N_ELEMENTS (family_categories), error)
         && write_items (self, "finding_kind", finding_kinds, G_N_ELEMENTS (finding_kinds), error)
         && write_curfew_rules (self, error)
         && write_items (self, "item_category", item_categories, G_N_ELEMENTS (item_categories), error)
         && write_items (self, "rental_category", rental_categories, G_N_ELEMENTS (rental_categories), error)
         && write_items (self, "drive_preset", drive_presets, G_N_ELEMENTS (drive_presets), error)
         && write_items (self, "problem", problems, G_N_ELEMENTS (problems), error)
         && write_items (self, "plan_method", plan_methods, G_N_ELEMENTS (plan_methods), error)
         && write_plan_templates (self, error)
         && write_settings (self, error)
         && dov_store_write_setting (self, "preload", edition, error);
}

/* One word for the rows that this program brings. */
static char *
dup_edition (void)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  g_string_append_printf (ids, "%u.%u.%u.%u.%u.%u.%u.%u.%u.%u.%u", (guint) G_N_ELEMENTS (settlements),
                          (guint) G_N_ELEMENTS (event_forms),
                          (guint) G_N_ELEMENTS (family_categories),
                          (guint) G_N_ELEMENTS (finding_kinds),
                          (guint) G_N_ELEMENTS (curfew_rules), (guint) G_N_ELEMENTS (item_categories),
                          (guint) G_N_ELEMENTS (rental_categories), (guint) G_N_ELEMENTS (drive_presets),
                          (guint) G_N_ELEMENTS (problems), (guint) G_N_ELEMENTS (plan_methods),
                          (guint) G_N_ELEMENTS (plan_templates));

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Writes the rows that the file has never had. What was edited or lies in the
 * bin stays as it is. This is no operation: nobody did it and nobody undoes it. */
gboolean
dov_store_preload (DovStore  *self,
                   GError   **error)
{
  g_autofree char *edition = dup_edition ();
  g_autofree char *found = dov_store_dup_setting (self, "preload");

  if (self->is_read_only || g_strcmp0 (found, edition) == 0)
    return TRUE;

  if (!dov_database_begin (self->database, error))
    return FALSE;
  if (!write_all (self, edition, error) || !dov_database_commit (self->database, error))
    {
      dov_database_roll_back (self->database);
      return FALSE;
    }

  return TRUE;
}
