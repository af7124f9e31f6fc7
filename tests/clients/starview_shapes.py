"""The contract's shapes (§1.4, §1.5, §3, §5), in the words of shapes.py."""
from shapes import exactly

TYPES = "dark_sky_site|observatory|campground|viewpoint|other"
LABELS = "Dark Sky Site|Observatory|Campground|Viewpoint|Other"
PHASES = ["New Moon", "Waxing Crescent", "First Quarter", "Waxing Gibbous", "Full Moon", "Waning Gibbous",
          "Last Quarter", "Waning Crescent"]

USER_REF = exactly(id="int", username="filled")
UPLOADER = exactly(username="filled", display_name="filled", profile_picture="url", is_system_account="flag")
IMAGE = exactly(id="photo", thumbnail="url", full="url", uploaded_by="object|null", uploaded_at="offset",
                upvote_count="int", user_has_upvoted="flag")

PLACE = dict(id="int", name="filled", location_type=TYPES, location_type_display=LABELS, type_metadata="object",
             latitude="number", longitude="number", elevation="number", bortle_class="int|null",
             bortle_sqm="sqm|null", formatted_address="text|null", administrative_area="text|null",
             locality="text|null", country="text|null", added_by=USER_REF, created_at="utc", is_favorited="flag",
             is_visited="flag", average_rating="number|null", review_count="int", is_verified="flag",
             verification_date="utc|null", verified_by="object|null", times_reported="int", last_visited="utc|null",
             visitor_count="int")
LISTED = exactly(PLACE, images=[IMAGE], distance="number|null")

REVIEW_PHOTO = exactly(id="int", image="absolute", thumbnail="absolute", caption="text", order="int",
                       image_url="absolute", thumbnail_url="absolute", created_at="utc",
                       upvote_count="int", user_has_upvoted="flag")
REVIEW = exactly(id="int", location="int", user="filled", user_full_name="text", user_profile_picture="url",
                 rating="int", comment="text|null", created_at="utc", updated_at="utc", vote_count="int",
                 upvote_count="int", downvote_count="int", user_vote="up|down|null", photos=[REVIEW_PHOTO],
                 is_edited="flag")
DETAIL = exactly(PLACE, description="text|null", reviews=[REVIEW], review_summary="text|null",
                 user_summary_feedback="yes|no|null")
COMMENT = exactly(id="int", review="int", user=exactly(username="filled", profile_picture_url="url"),
                  user_profile_picture="url", content="filled", created_at="utc", upvote_count="int",
                  downvote_count="int", user_vote="up|down|null", is_edited="flag")
FAVOURITE = exactly(id="int", user="filled", location=DETAIL, nickname="text|null", display_name="filled",
                    created_at="utc")

PHOTO = dict(id="photo", type="location|review", image_url="url", thumbnail_url="url", width="int|null",
             height="int|null", caption="text", upvote_count="int", user_has_upvoted="flag", created_at="offset",
             uploaded_by="object|null")
GALLERY = exactly(results=[PHOTO], next_cursor="text|null", has_more="flag", total_count="int")

FEATURE = exactly(type="Feature", properties=exactly(
    id="int", name="filled", is_favorited="flag", location_type=TYPES, location_type_display=LABELS,
    type_metadata="object", administrative_area="text", country="text", elevation="number", bortle_class="int|null",
    bortle_sqm="number|null", latitude="number", longitude="number", average_rating="number|null",
    avg_rating="number|null", review_count="int", images=[exactly(id="text", thumbnail="url", full="url")]),
    geometry=exactly(type="Point", coordinates=["number"]))

STATS = exactly(review_count="int", locations_reviewed="int", favorite_count="int", helpful_votes_received="int",
                follower_count="int", following_count="int")
PUBLIC_USER = exactly(id="int", username="filled", first_name="text", last_name="text", date_joined="utc",
                      profile_picture_url="url", bio="text", is_verified="flag", stats=STATS,
                      is_following="flag|null", pinned_badge_ids=["int"])
PRIVATE_USER = exactly(id="int", username="filled", email="filled", first_name="text", last_name="text",
                       date_joined="utc", profile_picture_url="url", bio="text", is_verified="flag",
                       has_usable_password="flag", pinned_badge_ids=["int"], unit_preference="metric|imperial",
                       language_preference="en|es|fr|ja|de|pt-BR|zh-CN|ko|it")
BADGE = dict(badge_id="int", name="filled", slug="filled", description="filled", category="filled", tier="int",
             is_rare="flag", icon_path="url")
EARNED = exactly(BADGE, earned_at="offset")
IN_PROGRESS = exactly(BADGE, current_progress="int", criteria_value="int", percentage="int")
LOCKED = exactly(BADGE, criteria_value="int")
COLLECTION = exactly(earned=[EARNED], in_progress=[IN_PROGRESS], locked=[LOCKED], pinned_badge_ids=["int"])


def page(item):
    return exactly(count="int", next="absolute|null", previous="absolute|null", results=[item])


ENVELOPE = {"detail": "filled", "error_code": "filled", "status_code": "int"}
CODES = {400: "VALIDATION_ERROR|PARSE_ERROR", 401: "NOT_AUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND",
         405: "METHOD_NOT_ALLOWED", 415: "UNSUPPORTED_MEDIA_TYPE", 429: "THROTTLED"}

SKY = ["cloud_cover", "cloud_cover_low", "cloud_cover_mid", "cloud_cover_high", "visibility", "humidity", "wind_speed",
       "temperature", "precipitation_probability"]
SKY_ERROR = exactly(error="filled", message="filled", status_code="int")
MOON_DAY = dict(date="date", data_type="computed", phase_name="|".join(PHASES), phase_emoji="filled",
                illumination="number", phase_angle="number", is_waning="flag", is_good_for_stargazing="flag")
MOON_NOW = dict(timestamp="offset", phase_name="|".join(PHASES), phase_emoji="filled", illumination="number",
                phase_angle="number", is_waning="flag", is_good_for_stargazing="flag")
KEY_DATES = exactly(next_new_moon="date", next_full_moon="date", next_first_quarter="date", next_last_quarter="date")
