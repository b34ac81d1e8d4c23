/* dov-family-home.c - how a family lives, by its last act: what is dangerous, what is there and what is not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-home.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-family-case-lists.h"
#include "dov-family.h"
#include "dov-join.h"
#include "dov-living-conditions-act.h"

static const DovSign danger = { "dialog-warning-symbolic", "error" };
static const DovSign repair = { "dialog-warning-symbolic", "warning" };
static const DovSign good = { "dov-emblem-ok-symbolic", "success" };
static const DovSign none = { "process-stop-symbolic", "plain" };

GtkWidget *
dov_family_home_new (DovSubjectPage *page)
{
  GtkWidget *section = dov_section_box_new (_("Home"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nothing is written yet."));

  return section;
}

/* The last act that was let in says how it is; before it, what is known of the family. */
static DovRecord *
find_act (DovSubjectPage *page)
{
  DovQuery query = { .where = "family_id = ?1 AND entry_allowed = 'yes'", .order = "date", .descending = TRUE,
                     .params = g_variant_new ("(x)", dov_subject_page_get_id (page)) };

  return dov_store_find_first (dov_subject_page_get_store (page), DOV_TYPE_LIVING_CONDITIONS_ACT, &query, NULL);
}

static GtkWidget *
line_new (DovSectionBox *section,
          const char    *title,
          const char    *about)
{
  g_autofree char *large = dov_capitalise (title);
  GtkWidget *row = dov_row_line_new ("", large, about);

  dov_section_box_append (section, row);

  return row;
}

/* A state of repair or tidiness, with the sign of its worst. */
static void
append_state (DovSubjectPage *page,
              DovSectionBox  *section,
              DovRecord      *act,
              const char     *field,
              const char     *about)
{
  DovStore *store = dov_subject_page_get_store (page);
  const DovField *found = dov_record_find_field (act, field);
  g_autofree char *words = dov_field_path_dup (store, act, field, "");
  g_autofree char *code = dov_record_dup_text (act, found);
  gboolean is_bad = code != NULL && (g_str_equal (code, "dangerous") || g_str_equal (code, "poor") || g_str_equal (code, "none"));
  gboolean is_good = code != NULL && (g_str_equal (code, "good") || g_str_equal (code, "full"));

  if (*words == '\0')
    return;
  dov_row_line_append (DOV_ROW_LINE (line_new (section, _(found->label), about)),
                       dov_badge_new (words, is_bad ? &danger : is_good ? &good : &repair));
}

static void
append_flag (DovSectionBox *section,
             DovRecord     *record,
             const char    *field,
             const char    *about)
{
  const DovField *found = dov_record_find_field (record, field);
  gboolean has = G_STRUCT_MEMBER (gboolean, record, found->offset);

  dov_row_line_append (DOV_ROW_LINE (line_new (section, _(found->label), about)),
                       dov_badge_new (has ? _("there is one") : _("there is none"), has ? &good : &none));
}

/* «46,3 м², 3 комнаты» */
static char *
dup_size (DovStore  *store,
          DovRecord *record)
{
  g_autofree char *area = dov_field_path_dup (store, record, "area", "");
  g_autofree char *rooms = dov_field_path_dup (store, record, "rooms", "");
  g_autofree char *size = *area != '\0' ? g_strdup_printf (_("%s m²"), area) : NULL;
  g_autofree char *parts = *rooms != '\0' ? g_strdup_printf (_("rooms: %s"), rooms) : NULL;
  g_autofree char *more = dov_field_path_dup (store, record, "utilities", "");
  g_autoptr (GString) words = g_string_new (size);

  dov_join (words, DOV_JOIN_WORDS, parts);
  dov_join (words, DOV_JOIN_WORDS, more);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
append_house (DovSubjectPage *page,
              DovSectionBox  *section,
              DovRecord      *record)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autofree char *house = dov_field_path_dup (store, record, "housing_kind housing_tenure", ", ");
  g_autofree char *size = dup_size (store, record);
  g_autofree char *heating = dov_field_path_dup (store, record, "heating", "");

  if (*house != '\0' || *size != '\0')
    line_new (section, *house != '\0' ? house : size, *house != '\0' ? size : "");
  if (*heating != '\0' && !DOV_IS_LIVING_CONDITIONS_ACT (record))
    line_new (section, _(dov_record_find_field (record, "heating")->label), heating);
}

static void
show_act (DovSubjectPage *page,
          DovSectionBox  *section,
          DovRecord      *act)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autofree char *heating = dov_field_path_dup (store, act, "heating heating_note", DOV_JOIN_WORDS);
  static const char *const rest[] = { "sanitary", "child_bed", "child_desk", "toys_books", "seasonal_clothes", "food" };

  append_house (page, section, act);
  append_state (page, section, act, "heating_state", heating);
  append_state (page, section, act, "wiring_state", "");
  append_flag (section, act, "co_sensor", "");
  append_flag (section, act, "smoke_detector", "");
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    append_state (page, section, act, rest[i], "");
}

static void
show_family (DovSubjectPage *page,
             DovSectionBox  *section,
             DovFamily      *family)
{
  g_autofree char *smoke = dov_date_to_shown (family->smoke_detector_on);
  g_autofree char *co = dov_date_to_shown (family->co_sensor_on);

  append_house (page, section, DOV_RECORD (family));
  if (family->co_sensor)
    append_flag (section, DOV_RECORD (family), "co_sensor", co);
  if (family->smoke_detector)
    append_flag (section, DOV_RECORD (family), "smoke_detector", smoke);
}

guint
dov_family_home_show (DovSubjectPage *page,
                      GtkWidget      *section)
{
  DovSectionBox *box = DOV_SECTION_BOX (section);
  g_autoptr (DovRecord) act = find_act (page);
  g_autofree char *day = NULL;
  g_autofree char *by = NULL;

  dov_section_box_clear (box);
  if (act == NULL)
    {
      dov_section_box_set_count (box, "");
      show_family (page, box, DOV_FAMILY (dov_subject_page_get_record (page)));
      return 0;
    }
  day = dov_family_dup_day (DOV_LIVING_CONDITIONS_ACT (act)->date);
  by = g_strdup_printf (_("by act No. %1$s of %2$s"), DOV_LIVING_CONDITIONS_ACT (act)->no, day);
  dov_section_box_set_count (box, by);
  show_act (page, box, act);

  return 0;
}
