/* dov-person.c - one card for every human; roles attach to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-person.h"

#include "dov-name.h"

#include <glib/gi18n.h>

#define OLDEST 120

DOV_DEFINE_CHOICES (
  DovSex, dov_sex,
  { DOV_SEX_MALE, N_("male"), "m" },
  { DOV_SEX_FEMALE, N_("female"), "f" })

DOV_DEFINE_CHOICES (
  DovEducation, dov_education,
  { DOV_EDUCATION_NONE, N_("none"), "none" },
  { DOV_EDUCATION_PRIMARY, N_("primary"), "primary" },
  { DOV_EDUCATION_BASIC, N_("basic general"), "basic" },
  { DOV_EDUCATION_SECONDARY, N_("secondary general"), "secondary" },
  { DOV_EDUCATION_VOCATIONAL, N_("secondary vocational"), "vocational" },
  { DOV_EDUCATION_HIGHER, N_("higher"), "higher" })

DOV_DEFINE_CHOICES (
  DovEmployment, dov_employment,
  { DOV_EMPLOYMENT_PRESCHOOL, N_("under school age"), "preschool" },
  { DOV_EMPLOYMENT_PUPIL, N_("pupil"), "pupil" },
  { DOV_EMPLOYMENT_STUDENT, N_("student"), "student" },
  { DOV_EMPLOYMENT_EMPLOYED, N_("employed"), "employed" },
  { DOV_EMPLOYMENT_SELF_EMPLOYED, N_("self-employed"), "self_employed" },
  { DOV_EMPLOYMENT_UNEMPLOYED_REG, N_("unemployed, registered"), "unemployed_reg" },
  { DOV_EMPLOYMENT_NOT_WORKING, N_("not working"), "not_working" },
  { DOV_EMPLOYMENT_PENSIONER, N_("pensioner"), "pensioner" },
  { DOV_EMPLOYMENT_CARE, N_("caring for a child or a disabled person"), "care" })

DOV_DEFINE_CHOICES (
  DovDisability, dov_disability,
  { DOV_DISABILITY_NONE, N_("none"), "none" },
  { DOV_DISABILITY_CHILD, N_("disabled child"), "child" },
  { DOV_DISABILITY_G1, N_("group I"), "g1" },
  { DOV_DISABILITY_G2, N_("group II"), "g2" },
  { DOV_DISABILITY_G3, N_("group III"), "g3" })

DOV_DEFINE_CHOICES (
  DovSubsistenceGroup, dov_subsistence_group,
  { DOV_SUBSISTENCE_GROUP_CHILD, N_("children"), "child" },
  { DOV_SUBSISTENCE_GROUP_WORKING, N_("people of working age"), "working" },
  { DOV_SUBSISTENCE_GROUP_PENSIONER, N_("pensioners"), "pensioner" })

static const DovField fields[] = {
  DOV_TEXT (DovPerson, last_name, N_("Last name"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_TEXT (DovPerson, first_name, N_("First name"), DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_TEXT (DovPerson, patronymic, N_("Patronymic"), DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_FLAG (DovPerson, no_patronymic, N_("No patronymic"), DOV_PERSONAL),
  DOV_DATE (DovPerson, birth_date, N_("Date of birth"), DOV_PERSONAL | DOV_LISTED | DOV_BIRTH),
  DOV_NUMBER (DovPerson, birth_year, N_("Year of birth"), DOV_PERSONAL | DOV_YEAR),
  DOV_FLAG (DovPerson, age_estimated, N_("Age is estimated"), DOV_PERSONAL),
  DOV_CHOICE (DovPerson, sex, N_("Sex"), DOV_PERSONAL, DovSex, dov_sex_get_type),
  DOV_TEXT (DovPerson, snils, N_("Insurance no. (SNILS)"), DOV_PERSONAL | DOV_SNILS),
  DOV_TEXT (DovPerson, phone, N_("Telephone"), DOV_PERSONAL | DOV_LISTED | DOV_PHONE),
  DOV_TEXT (DovPerson, email, N_("E-mail"), DOV_PERSONAL),
  DOV_TEXT (DovPerson, live_address, N_("Home address"), DOV_PERSONAL | DOV_LISTED),
  DOV_TEXT (DovPerson, reg_address, N_("Registered address"), DOV_PERSONAL),
  DOV_CHOICE (DovPerson, education, N_("Education"), DOV_PERSONAL, DovEducation, dov_education_get_type),
  DOV_CHOICE (DovPerson, employment, N_("Employment"), DOV_PERSONAL, DovEmployment, dov_employment_get_type),
  DOV_TEXT (DovPerson, workplace, N_("Place of work or study"), DOV_PERSONAL),
  DOV_TEXT (DovPerson, position_or_grade, N_("Position or grade"), DOV_PERSONAL),
  DOV_CHOICE (DovPerson, disability, N_("Disability"), DOV_PERSONAL | DOV_SPECIAL,
              DovDisability, dov_disability_get_type),
  DOV_CHOICE (DovPerson, subsistence_group, N_("Group of the subsistence minimum"), DOV_PERSONAL,
              DovSubsistenceGroup, dov_subsistence_group_get_type),
  DOV_TEXT (DovPerson, doc_kind, N_("Identity document"), DOV_PERSONAL),
  DOV_TEXT (DovPerson, doc_series, N_("Document series"), DOV_PERSONAL),
  DOV_TEXT (DovPerson, doc_no, N_("Document no."), DOV_PERSONAL),
  DOV_TEXT (DovPerson, doc_issuer, N_("Document issued by"), DOV_PERSONAL),
  DOV_DATE_AFTER (DovPerson, doc_date, N_("Document issued on"), DOV_PERSONAL | DOV_PAST, birth_date),
  DOV_FLAG (DovPerson, doc_on_paper, N_("Document is written in by hand"), DOV_PERSONAL),
  DOV_FLAG (DovPerson, no_photo, N_("Do not photograph"), DOV_PERSONAL),
  DOV_DATE_AFTER (DovPerson, died_on, N_("Date of death"), DOV_PERSONAL, birth_date),
  DOV_DATE (DovPerson, anonymised_on, N_("Anonymised on"), 0),
  DOV_DATE_AFTER (DovPerson, name_since, N_("Name since"), DOV_PERSONAL | DOV_PAST, birth_date),
  DOV_TEXT (DovPerson, former_names, N_("Former names"), DOV_PERSONAL | DOV_LISTED),
};

/**
 * dov_person_dup_name:
 *
 * Returns: (transfer full): «Иванова Мария Петровна»
 */
char *
dov_person_dup_name (DovPerson *self)
{
  return dov_name_full (self->last_name, self->first_name, self->patronymic);
}

/**
 * dov_person_get_given:
 *
 * Returns: what the person is called by at home: «Мария»; of somebody with one name, that
 */
const char *
dov_person_get_given (DovPerson *self)
{
  return *self->first_name != '\0' ? self->first_name : self->last_name;
}

/**
 * dov_person_dup_age:
 *
 * Returns: (transfer full): «12 лет», under a year «8 мес.», «около 40 лет» where
 *   only the year is known, «—» where nothing is
 */
char *
dov_person_dup_age (DovPerson   *self,
                    const GDate *on)
{
  int age;

  if (self->birth_date != NULL)
    {
      age = dov_age_on (self->birth_date, on);
      if (age > 0)
        return g_strdup_printf (ngettext ("%d year old", "%d years old", age), age);
      age = (int) (g_date_get_julian (on) - g_date_get_julian (self->birth_date)) * 12 / 365;
      /* Translators: the age of a baby, in months */
      return g_strdup_printf (C_("age", "%d mo."), MAX (0, age));
    }
  if (self->birth_year != DOV_UNKNOWN)
    {
      age = g_date_get_year (on) - (int) self->birth_year;
      return g_strdup_printf (ngettext ("about %d year", "about %d years", age), age);
    }

  return g_strdup (C_("age", "—"));
}

/**
 * dov_person_get_band:
 * @on: the day it is asked about
 *
 * Returns: the age band of the person on that day; %DOV_BAND_UNKNOWN when
 *   nobody knows the age, or the year of birth alone does not tell
 */
DovBand
dov_person_get_band (DovPerson   *self,
                     const GDate *on)
{
  if (self->birth_date != NULL)
    return dov_band_of_age (dov_age_on (self->birth_date, on));
  if (self->birth_year != DOV_UNKNOWN)
    return dov_band_of_year ((int) self->birth_year, on);

  return DOV_BAND_UNKNOWN;
}

static char *
dov_person_describe (DovRecord *record)
{
  DovPerson *self = DOV_PERSON (record);
  g_autofree char *name = dov_person_dup_name (self);
  g_autofree char *born = dov_date_to_shown (self->birth_date);

  if (*born == '\0')
    return g_steal_pointer (&name);

  return g_strconcat (name, ", ", born, NULL);
}

static char *
dov_person_name (DovRecord *record)
{
  return dov_person_dup_name (DOV_PERSON (record));
}

/* V2: nobody is born tomorrow, and nobody is older than 120. */
static void
check_birth (DovPerson *self,
             GPtrArray *problems)
{
  GDate today = dov_today ();
  int this_year = g_date_get_year (&today);

  if (self->birth_date != NULL && g_date_compare (self->birth_date, &today) > 0)
    dov_problems_add (problems, DOV_RECORD (self), "birth_date", "V2",
                      _("The date of birth is still to come. Check the year."));
  else if (self->birth_date != NULL && dov_age_on (self->birth_date, &today) > OLDEST)
    dov_problems_add (problems, DOV_RECORD (self), "birth_date", "V2",
                      _("The person would be older than %d years. Check the year of birth."), OLDEST);

  if (self->birth_year == DOV_UNKNOWN)
    return;
  if (self->birth_year > this_year || self->birth_year < this_year - OLDEST)
    dov_problems_add (problems, DOV_RECORD (self), "birth_year", "V2",
                      _("Check the year of birth: it lies between %d and %d."), this_year - OLDEST, this_year);
  else if (self->birth_date != NULL && g_date_get_year (self->birth_date) != self->birth_year)
    dov_problems_add (problems, DOV_RECORD (self), "birth_year", "V2",
                      _("The year differs from the date of birth. Leave only the one that is right."));
}

static void
check_death (DovPerson *self,
             GPtrArray *problems)
{
  GDate today = dov_today ();

  if (self->died_on == NULL)
    return;
  if (g_date_compare (self->died_on, &today) > 0)
    dov_problems_add (problems, DOV_RECORD (self), "died_on", "V2",
                      _("The date of death is still to come. Check it."));
}

static void
dov_person_check (DovRecord *record,
                  GPtrArray *problems)
{
  DovPerson *self = DOV_PERSON (record);

  check_birth (self, problems);
  check_death (self, problems);
  if (*self->last_name != '\0' && *self->first_name == '\0')
    dov_problems_warn (problems, record, "first_name", "V1",
                       _("Only one name is given. If the person has no other, save it so; "
                         "else type the first name."));
  if (self->no_patronymic && *self->patronymic != '\0')
    dov_problems_add (problems, record, "patronymic", "V1",
                      _("It is marked that there is no patronymic. Remove the mark or the patronymic."));
}

DOV_DEFINE_RECORD (DovPerson, dov_person, fields,
                   .table = "person",
                   .label = N_("Person"),
                   .labels = N_("People"),
                   .describe = dov_person_describe,
                   .name = dov_person_name,
                   .check = dov_person_check)
