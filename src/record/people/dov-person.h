/* dov-person.h - one card for every human; roles attach to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-band.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SEX_MALE = 1,
  DOV_SEX_FEMALE,
} DovSex;

GType dov_sex_get_type (void);

typedef enum
{
  DOV_EDUCATION_NONE = 1,
  DOV_EDUCATION_PRIMARY,
  DOV_EDUCATION_BASIC,
  DOV_EDUCATION_SECONDARY,
  DOV_EDUCATION_VOCATIONAL,
  DOV_EDUCATION_HIGHER,
} DovEducation;

GType dov_education_get_type (void);

typedef enum
{
  DOV_EMPLOYMENT_PRESCHOOL = 1,
  DOV_EMPLOYMENT_PUPIL,
  DOV_EMPLOYMENT_STUDENT,
  DOV_EMPLOYMENT_EMPLOYED,
  DOV_EMPLOYMENT_SELF_EMPLOYED,
  DOV_EMPLOYMENT_UNEMPLOYED_REG,
  DOV_EMPLOYMENT_NOT_WORKING,
  DOV_EMPLOYMENT_PENSIONER,
  DOV_EMPLOYMENT_CARE,
} DovEmployment;

GType dov_employment_get_type (void);

typedef enum
{
  DOV_DISABILITY_NONE = 1,
  DOV_DISABILITY_CHILD,
  DOV_DISABILITY_G1,
  DOV_DISABILITY_G2,
  DOV_DISABILITY_G3,
} DovDisability;

GType dov_disability_get_type (void);

typedef enum
{
  DOV_SUBSISTENCE_GROUP_CHILD = 1,
  DOV_SUBSISTENCE_GROUP_WORKING,
  DOV_SUBSISTENCE_GROUP_PENSIONER,
} DovSubsistenceGroup;

GType dov_subsistence_group_get_type (void);

#define DOV_TYPE_PERSON (dov_person_get_type ())
G_DECLARE_FINAL_TYPE (DovPerson, dov_person, DOV, PERSON, DovRecord)

struct _DovPerson
{
  DovRecord parent_instance;

  char                *last_name;
  char                *first_name;
  char                *patronymic;
  gboolean             no_patronymic;
  GDate               *birth_date;
  gint64               birth_year;
  gboolean             age_estimated;
  DovSex               sex;
  char                *snils;
  char                *phone;
  char                *email;
  char                *live_address;
  char                *reg_address;
  DovEducation         education;
  DovEmployment        employment;
  char                *workplace;
  char                *position_or_grade;
  DovDisability        disability;
  DovSubsistenceGroup  subsistence_group;
  char                *doc_kind;
  char                *doc_series;
  char                *doc_no;
  char                *doc_issuer;
  GDate               *doc_date;
  gboolean             doc_on_paper;
  gboolean             no_photo;
  GDate               *died_on;
  GDate               *anonymised_on;
  GDate               *name_since;
  char                *former_names;
};

/* dov_person_get_given() in SQL, of a row of people called so. */
#define DOV_PERSON_GIVEN(person) "ifnull (nullif (" person ".first_name, ''), " person ".last_name)"

const char *dov_person_get_given (DovPerson *self);
char    *dov_person_dup_name (DovPerson   *self) G_GNUC_WARN_UNUSED_RESULT;
char    *dov_person_dup_age  (DovPerson   *self,
                              const GDate *on) G_GNUC_WARN_UNUSED_RESULT;
DovBand  dov_person_get_band (DovPerson   *self,
                              const GDate *on);

G_END_DECLS
