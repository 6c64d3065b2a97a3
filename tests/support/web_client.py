"""Asks the web app in this process, without a network; Starlette's own client wants a package that we do not have."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI

BASE_URL = "https://tumen.example"


@dataclass(frozen=True)
class WebClient:
    """Asks one app."""

    app: FastAPI

    def get(
        self,
        address: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        follow_redirects: bool = True,
    ) -> httpx.Response:
        """The answer, whole. What the app fails to handle is raised."""
        return self._ask("GET", address, params=params, headers=headers, follow_redirects=follow_redirects)

    def head(self, address: str) -> httpx.Response:
        """The answer without its body."""
        return self._ask("HEAD", address)

    def _ask(self, method: str, address: str, **more: Any) -> httpx.Response:  # noqa: ANN401 -- as httpx takes it
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
                return await client.request(method, address, **more)

        return asyncio.run(ask())
