"""Every knob, typed, read once from the environment or `.env`; each is written TUMEN_ and its name in capitals."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.errors import SettingsError

PREFIX = "TUMEN_"


def _is_prefix_of_links(url: str) -> str:
    if url and not url.startswith(("http://", "https://")):
        message = "must begin with http:// or https://, or be empty"
        raise ValueError(message)
    return url.rstrip("/")


class Settings(BaseSettings):
    """What an operator may set. Safe as it stands."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    # An SQLAlchemy URL; a relative file is seen from the folder in which the program is started.
    database_url: str = Field(default="sqlite:///tumen.db", min_length=1)
    # Seconds to wait for another process that writes to the database.
    busy_timeout_seconds: float = Field(default=30.0, ge=0, le=3600)
    # Address on which `serve` listens; 127.0.0.1 is this machine only.
    host: str = Field(default="127.0.0.1", min_length=1)
    # TCP port of `serve`; 0 takes any free one.
    port: int = Field(default=8000, ge=0, le=65535)
    # Prefix of the links in exports, such as https://tumen.example; empty: they start with /.
    base_url: Annotated[str, AfterValidator(_is_prefix_of_links)] = ""
    # Language of pages: en, or a folder of translations/; what its catalogue lacks is said in English.
    language: str = Field(default="en", min_length=1)
    # Bytes of a file as it was handed in; larger ones are skipped with the reason.
    max_article_bytes: int = Field(default=5_000_000, gt=0)


def read_settings() -> Settings:
    """The settings.

    Raises:
        SettingsError: A value cannot be used; the message names the variable and what is wrong with it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}={first['input']}: {first['msg']}; change it in the environment or .env") from error
