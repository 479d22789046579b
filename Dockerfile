# planlint with LibreOffice, which it needs for .doc, .wps, .rtf and .odt.
#
#   docker build -t planlint .
#   docker run --rm --network none -v "$PWD:/drafts" planlint check 草稿.docx
#
# What is installed are the versions of the lock files, each by its hash.
FROM python:3.11.13-slim-bookworm AS build
WORKDIR /src
COPY requirements-build.lock requirements-run.lock ./
RUN python -m venv /tools \
 && /tools/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock \
 && PIP_USE_PEP517=1 /tools/bin/pip wheel --no-cache-dir --no-build-isolation --require-hashes \
        --wheel-dir /wheels -r requirements-run.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY linter linter
COPY rules rules
RUN /tools/bin/pip wheel --no-cache-dir --no-build-isolation --no-deps --wheel-dir /wheels . \
 && python -m venv /opt/planlint \
 && /opt/planlint/bin/pip install --no-cache-dir --no-index --no-deps /wheels/*.whl

FROM python:3.11.13-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libreoffice-writer-nogui \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 planlint
COPY --from=build /opt/planlint /opt/planlint
ENV PATH=/opt/planlint/bin:$PATH LANG=C.UTF-8
USER planlint
WORKDIR /drafts
ENTRYPOINT ["planlint"]
