"""Addresses of the topic skills."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.skills import catalogue, taking_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("skills/", catalogue.show_skills, name="skills"),
    path("skills/new/", catalogue.edit_new_skill, name="new_skill"),
    path("skills/import/", taking_in.edit_skills_file, name="import_skills"),
    path("skills/import/take-in/", taking_in.take_skills_in, name="take_skills_in"),
    path("skills/<uuid:pk>/", catalogue.edit_skill, name="skill"),
    path("skills/<uuid:pk>/retire/", catalogue.retire, name="retire_skill"),
]
