"""Asks the web app in this process, without a network; Starlette's own client wants a package that we do not have."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

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

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
                return await client.get(address, params=params, headers=headers, follow_redirects=follow_redirects)

        return asyncio.run(ask())
